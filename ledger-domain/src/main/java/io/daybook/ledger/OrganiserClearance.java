package io.daybook.ledger;

import java.util.Optional;

/**
 * Compliance's answer to whether an organiser may sell and be paid.
 *
 * <p>A port: the domains that ask do not know who checks organisers.
 */
public interface OrganiserClearance {
  /**
   * Returns the id of the KYB case by which {@code organiser} is approved, or nothing if it is not
   * approved now.
   */
  Optional<String> find(OrganiserId organiser);
}
