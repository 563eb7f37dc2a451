package io.daybook.security.personal;

/**
 * What one data key is for.
 *
 * @param subject the user whose data it protects
 * @param scope which part of them ends by itself, such as a show or a case; empty for all of them
 */
public record KeyScope(DataClass dataClass, String subject, String scope) {}
