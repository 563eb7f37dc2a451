package io.daybook.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every write of the controller can be tried with {@code ?dryRun=true}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DryRunnable {}
