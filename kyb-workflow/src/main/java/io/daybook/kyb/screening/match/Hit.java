package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.list.ListedEntity;

/**
 * A listed entity that a query may be.
 *
 * @param entity who it may be
 * @param score from 0 to 1
 * @param explanation why: the names compared, their parts, and what dates and countries changed
 */
public record Hit(ListedEntity entity, double score, String explanation) {}
