package io.daybook.api;

import io.daybook.ledger.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An amount of money as a request states it.
 *
 * @param amountMinor in minor units: cents for EUR
 * @param currency an ISO 4217 code
 */
record MoneyBody(long amountMinor, String currency) {
  static final long MAX = 1_000_000_000_000L;

  /**
   * Returns the amount.
   *
   * @throws ApiProblem if there is no such currency or the amount is not from 1 to 10^12
   */
  Money positive(String field) {
    if (amountMinor < 1 || amountMinor > MAX) {
      throw invalid(field, "an amount is from 1 to " + MAX + " minor units");
    }
    return exact(field);
  }

  /**
   * Returns the amount, whatever it is.
   *
   * @throws ApiProblem if there is no such currency
   */
  Money exact(String field) {
    return new Money(currency(currency, field), amountMinor);
  }

  /**
   * Returns the currency with a code.
   *
   * @throws ApiProblem if there is none that money is paid in
   */
  static Currency currency(@Nullable String code, String field) {
    try {
      Currency known = Currency.getInstance(code == null ? "" : code);
      if (known.getDefaultFractionDigits() < 0) {
        throw invalid(field, "'" + code + "' is not a currency that money is paid in");
      }
      return known;
    } catch (IllegalArgumentException e) {
      throw invalid(field, "there is no currency with this ISO 4217 code");
    }
  }

  private static ApiProblem invalid(String field, String why) {
    return ApiProblem.of(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", field + ": " + why + ".");
  }
}
