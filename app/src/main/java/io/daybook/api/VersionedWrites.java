package io.daybook.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every write of the controller takes {@code X-Expected-Versions}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface VersionedWrites {}
