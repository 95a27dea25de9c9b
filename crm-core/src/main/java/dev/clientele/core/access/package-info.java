/**
 * Access control: actors, and the records that they may see and change.
 *
 * <p>An {@link dev.clientele.core.access.Actor} is whoever a session works for; it stands in every change. An {@link
 * dev.clientele.core.access.AccessPolicy} answers with criteria, so that a rule such as "sales people see their own region"
 * is pushed down into the database with every query instead of being checked afterwards.
 */
@NullMarked
package dev.clientele.core.access;

import org.jspecify.annotations.NullMarked;
