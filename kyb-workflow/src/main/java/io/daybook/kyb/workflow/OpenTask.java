package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is awaited for.
 *
 * @param kybCase the case to decide on
 * @param taskKey which step it is: {@code propose}, {@code approve}, {@code reviewHits}, {@code
 *     resolveDamage}, {@code review} or {@code agree}
 * @param name the step's name for people
 * @param created when the case came to this step
 * @param due when the officers must have decided
 * @param candidateGroup who may act: {@code officers}
 * @param proposedBy the officer who proposed and so may not approve; null before a proposal
 */
public record OpenTask(
    KybCaseId kybCase,
    String taskKey,
    String name,
    Instant created,
    Instant due,
    String candidateGroup,
    @Nullable UserId proposedBy) {}
