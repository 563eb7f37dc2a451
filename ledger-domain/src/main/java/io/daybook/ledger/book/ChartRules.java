package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.AccountsMayNotMeet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a book on which accounts may stand in one entry; without rules, all may. */
final class ChartRules {
  private final Map<String, ChartRule> rulesByPath;

  private ChartRules(Map<String, ChartRule> rulesByPath) {
    this.rulesByPath = rulesByPath;
  }

  ChartRules() {
    this(new TreeMap<>());
  }

  ChartRules fork() {
    return new ChartRules(new TreeMap<>(rulesByPath));
  }

  boolean has(ChartRule rule) {
    return rule.equals(rulesByPath.get(rule.path().value()));
  }

  void set(ChartRule rule) {
    rulesByPath.put(rule.path().value(), rule);
  }

  void remove(AccountId path) {
    rulesByPath.remove(path.value());
  }

  boolean hasPath(AccountId path) {
    return rulesByPath.containsKey(path.value());
  }

  List<ChartRule> all() {
    return List.copyOf(rulesByPath.values());
  }

  /**
   * Checks that the accounts of an entry may stand together.
   *
   * @throws CommandRefused if a rule forbids it
   */
  void requireMeeting(List<Posting> postings) {
    for (ChartRule rule : rulesByPath.values()) {
      for (Posting posting : postings) {
        if (rule.isAbout(posting.account())) {
          requireAllowed(rule, posting.account(), postings);
        }
      }
    }
  }

  private static void requireAllowed(ChartRule rule, AccountId account, List<Posting> postings) {
    for (Posting other : postings) {
      if (!rule.allows(other.account())) {
        throw new CommandRefused(new AccountsMayNotMeet(account, other.account(), rule.path()));
      }
    }
  }
}
