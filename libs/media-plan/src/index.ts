export { plan, sendsOf, type Plan, type Source } from './plan.ts';
export { difference, routesTo, type Difference, type Route } from './routes.ts';
