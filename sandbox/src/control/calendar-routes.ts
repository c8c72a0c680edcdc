import type { Hono } from 'hono';
import type { Core } from '../core/core.ts';
export function calendarRoutes(_app: Hono, _core: Core): void {}
