package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.OutflowLimitExceeded;
import io.daybook.ledger.book.BookError.PeriodIsClosed;
import io.daybook.ledger.book.BookState.ApprovalLimitState;
import io.daybook.ledger.book.BookState.PolicyState;
import io.daybook.ledger.book.BookState.TierState;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of a book that finance sets: closed periods, limits, and what needs two people. */
final class Policy {
  private final Map<String, OutflowLimits> limitsByTier = new TreeMap<>();
  private final Map<String, Long> approvalAboveByCurrency = new TreeMap<>();
  private @Nullable LocalDate closedThrough;

  Policy fork() {
    var copy = new Policy();
    copy.limitsByTier.putAll(limitsByTier);
    copy.approvalAboveByCurrency.putAll(approvalAboveByCurrency);
    copy.closedThrough = closedThrough;
    return copy;
  }

  @Nullable LocalDate closedThrough() {
    return closedThrough;
  }

  void close(LocalDate through) {
    closedThrough = through;
  }

  /**
   * Checks that an entry may count on {@code day}.
   *
   * @throws CommandRefused if its period is closed
   */
  void requireOpen(LocalDate day) {
    if (closedThrough != null && !day.isAfter(closedThrough)) {
      throw new CommandRefused(new PeriodIsClosed(day, closedThrough));
    }
  }

  boolean has(String tier, OutflowLimits limits) {
    return limits.equals(limitsByTier.get(key(tier, limits.currency())));
  }

  void set(String tier, OutflowLimits limits) {
    limitsByTier.put(key(tier, limits.currency()), limits);
  }

  /**
   * Checks that so much may leave an account on {@code day}.
   *
   * @throws CommandRefused if a limit of its tier would be passed
   */
  void requireWithinLimits(LedgerAccount account, long minor, LocalDate day) {
    String tier = account.terms().tier();
    @Nullable OutflowLimits limits =
        tier == null ? null : limitsByTier.get(key(tier, account.currency));
    if (limits != null) {
      Outflow used = account.outflow();
      require(account, "entry", limits.entryMinor(), 0, minor);
      require(account, "day", limits.dayMinor(), used.on(day), minor);
      require(account, "month", limits.monthMinor(), used.inMonthOf(day), minor);
    }
  }

  private static void require(
      LedgerAccount account, String window, @Nullable Long limit, long used, long minor) {
    if (limit != null && Outflow.sum(used, minor) > limit) {
      throw new CommandRefused(
          new OutflowLimitExceeded(
              account.id, window, account.money(limit), account.money(used), account.money(minor)));
    }
  }

  private static String key(String tier, Currency currency) {
    return currency.getCurrencyCode() + " " + tier;
  }

  boolean hasApprovalLimit(Currency currency, @Nullable Long above) {
    @Nullable Long present = approvalAboveByCurrency.get(currency.getCurrencyCode());
    return present == null ? above == null : present.equals(above);
  }

  void setApprovalLimit(Currency currency, @Nullable Long above) {
    if (above == null) {
      approvalAboveByCurrency.remove(currency.getCurrencyCode());
    } else {
      approvalAboveByCurrency.put(currency.getCurrencyCode(), above);
    }
  }

  /** Whether a balanced entry moves more than one person may move alone. */
  boolean needsApproval(List<Posting> postings) {
    return approvalAboveByCurrency.entrySet().stream()
        .anyMatch(limit -> debits(postings, limit.getKey()) > limit.getValue());
  }

  private static long debits(List<Posting> postings, String currency) {
    return postings.stream()
        .filter(posting -> posting.side() == Side.DEBIT)
        .filter(posting -> posting.amount().currency().getCurrencyCode().equals(currency))
        .mapToLong(posting -> posting.amount().minorUnits())
        .sum();
  }

  PolicyState state() {
    return new PolicyState(
        closedThrough,
        limitsByTier.entrySet().stream()
            .map(entry -> new TierState(entry.getKey().substring(4), entry.getValue()))
            .toList(),
        approvalAboveByCurrency.entrySet().stream()
            .map(entry -> new ApprovalLimitState(entry.getKey(), entry.getValue()))
            .toList());
  }

  void restore(PolicyState state) {
    closedThrough = state.closedThrough();
    state.tiers().forEach(tier -> set(tier.tier(), tier.limits()));
    state
        .approvalLimits()
        .forEach(
            limit -> setApprovalLimit(Currency.getInstance(limit.currency()), limit.aboveMinor()));
  }
}
