package io.daybook.kyb.screening.list;

/**
 * A name of a listed entity.
 *
 * @param text in any script, as the list has it
 * @param isWeak whether the list itself calls the alias weak, so that it must not alert alone
 */
public record ListedName(String text, boolean isWeak) {}
