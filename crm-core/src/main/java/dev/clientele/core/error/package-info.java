/**
 * The exceptions of the library, as few as there are things to do about them.
 *
 * <p>Input that isn't right is {@link dev.clientele.core.error.BadInput}, told apart by type from mistakes of the program: a record that
 * breaks rules is an {@link dev.clientele.core.error.InvalidException}, a value that isn't one (an address, an amount, a criteria as
 * JSON, a page token) an {@link dev.clientele.core.error.InvalidValueException}; each carries {@link
 * dev.clientele.core.error.Violation}s with path, code ({@link dev.clientele.core.error.ViolationCode}), parameters and an English
 * reason. Any other {@code IllegalArgumentException} is an argument that a programmer could have known to be wrong. Everything else is a {@link
 * dev.clientele.core.error.ClienteleException}: {@link dev.clientele.core.error.InvalidException} (tell the user which fields),
 * with {@link dev.clientele.core.error.ReferencedException} for a removal that references stand against,
 * {@link dev.clientele.core.error.NotFoundException}, {@link dev.clientele.core.error.StaleVersionException} (read again and
 * decide anew), {@link dev.clientele.core.error.DuplicateException}, {@link dev.clientele.core.error.DeniedException}, {@link
 * dev.clientele.core.error.UnavailableException} (try later), {@link dev.clientele.core.error.OutcomeUnknownException} (read to
 * find out), {@link dev.clientele.core.error.StorageSetupException} (change the set-up) and {@link
 * dev.clientele.core.error.CorruptException} (call somebody), of which {@link dev.clientele.core.error.NewerRecordException}
 * says that a newer program has stored the record. No message contains personal data; no driver's or parser's exception comes
 * through but as a cause.
 */
@NullMarked
package dev.clientele.core.error;

import org.jspecify.annotations.NullMarked;
