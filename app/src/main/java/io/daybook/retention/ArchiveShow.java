package io.daybook.retention;

import io.daybook.ticketing.show.ShowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Archives a show whose time is over; repeated it changes nothing. */
public record ArchiveShow(@TargetAggregateIdentifier ArchiveId archive, ShowId show) {}
