import type { Routes } from '../exchange.ts';
export const eventRoutes: Routes = {};
