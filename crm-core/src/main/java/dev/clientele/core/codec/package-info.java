/**
 * Conversion between records and their stored form; not exported.
 *
 * <p>A {@link dev.clientele.core.codec.FieldCodec} converts the values of one field: to columns, to JSON and to text. A {@link
 * dev.clientele.core.codec.FieldMap} holds the checked values of one record, and {@link
 * dev.clientele.core.codec.FieldMapCodec} converts all of them at once, upcasting what an older program stored: each owner of a type
 * has a {@link dev.clientele.core.codec.VersionChain} of {@link dev.clientele.core.codec.UpcastStep}s, of which some are a {@link
 * dev.clientele.core.codec.FormerMapping} from a field that the type had to the one in its place. Values by names that
 * aren't declared have a {@link dev.clientele.core.codec.NamedValuesCodec}, and {@link
 * dev.clientele.core.codec.NamedValueCriteria} evaluates criteria on them. {@link
 * dev.clientele.core.codec.EntityCodec} and {@link dev.clientele.core.codec.EventCodec} make whole records of documents and
 * log entries. The declared types, one floor up, extend {@link dev.clientele.core.codec.StoredType}: through it the store finds
 * a type's codec, and nobody outside the module does.
 */
@NullMarked
package dev.clientele.core.codec;

import org.jspecify.annotations.NullMarked;
