import { Component } from '@angular/core';

@Component({ selector: 'laurel-cart-page', template: '<h1 tabindex="-1">CartPage</h1>' })
export class CartPage {}
