import { Component } from '@angular/core';

@Component({ selector: 'laurel-sessions-page', template: '<h1 tabindex="-1">SessionsPage</h1>' })
export class SessionsPage {}
