import { Component } from '@angular/core';

@Component({ selector: 'laurel-itinerary-page', template: '<h1 tabindex="-1">ItineraryPage</h1>' })
export class ItineraryPage {}
