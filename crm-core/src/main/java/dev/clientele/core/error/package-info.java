/**
 * The exceptions of the library, as few as there are things to do about them.
 *
 * <p>Wrong arguments that a programmer could have known are {@code IllegalArgumentException}s. Everything else is a {@link
 * dev.clientele.core.error.ClienteleException}: {@link dev.clientele.core.error.InvalidException} (tell the user which fields),
 * with {@link dev.clientele.core.error.ReferencedException} for a removal that references stand against,
 * {@link dev.clientele.core.error.NotFoundException}, {@link dev.clientele.core.error.StaleVersionException} (read again and
 * decide anew), {@link dev.clientele.core.error.DuplicateException}, {@link dev.clientele.core.error.DeniedException}, {@link
 * dev.clientele.core.error.UnavailableException} (try later), {@link dev.clientele.core.error.OutcomeUnknownException} (read to
 * find out), {@link dev.clientele.core.error.StorageSetupException} (change the set-up) and {@link
 * dev.clientele.core.error.CorruptException} (call somebody). A {@link dev.clientele.core.error.Violation} is one broken rule with
 * its path. No message contains personal data; no driver's or parser's exception comes through but as a cause.
 */
@NullMarked
package dev.clientele.core.error;

import org.jspecify.annotations.NullMarked;
