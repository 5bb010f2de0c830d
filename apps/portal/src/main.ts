import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config.js';
import { App } from './app/app.component.js';

await bootstrapApplication(App, appConfig);
