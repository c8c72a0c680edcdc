import { createContext, use } from 'react';
import type { Api } from './api.ts';

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext;

/** The signed-in person's way to the service. */
export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('useApi outside of ApiProvider');
  return api;
}
