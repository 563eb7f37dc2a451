package io.daybook.kyb.casefile;

/**
 * The business that is checked; public register data, no personal data.
 *
 * @param legalName as registered, 1 to 200 characters
 * @param registrationNumber in the country's register, 1 to 60 characters
 * @param country ISO 3166-1 alpha-2
 * @param activity what it does, 1 to 500 characters
 */
public record Business(
    String legalName, String registrationNumber, String country, String activity) {}
