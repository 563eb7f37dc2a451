package io.daybook.kyb.screening.name;

import java.util.List;

/**
 * How well two names agree.
 *
 * @param score from 0 (nothing in common) to 1 (the same name)
 * @param rows why, part by part
 */
public record NameMatch(double score, List<PartMatch> rows) {}
