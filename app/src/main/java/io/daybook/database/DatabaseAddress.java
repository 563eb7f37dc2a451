package io.daybook.database;

/**
 * How a person reaches the database.
 *
 * @param command a shell command that opens it as the application's role
 */
public record DatabaseAddress(String command) {}
