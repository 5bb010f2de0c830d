import { Module } from '@nestjs/common';
import { ActivitiesService } from './activities.service.js';

/** Activities and credit types, as staff and the operator write them. */
@Module({ providers: [ActivitiesService], exports: [ActivitiesService] })
export class ActivitiesModule {}
