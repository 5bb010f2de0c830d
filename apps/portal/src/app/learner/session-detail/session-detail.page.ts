import { Component } from '@angular/core';

@Component({ selector: 'laurel-session-detail-page', template: '<h1 tabindex="-1">SessionDetailPage</h1>' })
export class SessionDetailPage {}
