/**
 * Statements of systems about persons, and what they may be linked by.
 *
 * <p>A {@link dev.clientele.b2c.identity.record.SourceRecord} is the record that one system has about a person, with every {@link
 * dev.clientele.b2c.identity.record.Statement} that it has made. Each statement has {@link
 * dev.clientele.b2c.identity.record.Identifier}s, values by which the system knows the person, each of an {@link
 * dev.clientele.b2c.identity.record.IdentifierType}. What people entered is a record like any other; {@link
 * dev.clientele.b2c.identity.record.HandEdit} is what they did beyond giving values.
 *
 * <p>{@link dev.clientele.b2c.identity.record.IdentifierRules} has an {@link dev.clientele.b2c.identity.record.IdentifierRule} for each
 * type: its priority, how many values a person may have, how many people a value may show before it turns generic, and {@link
 * dev.clientele.b2c.identity.record.BlockedValues} that never say anything.
 *
 * <p>A record keeps the {@link dev.clientele.b2c.identity.record.LinkReason}s why it belongs to its person, where records were compared
 * with a {@link dev.clientele.b2c.identity.record.LinkStep} for each comparison.
 */
@NullMarked
package dev.clientele.b2c.identity.record;

import org.jspecify.annotations.NullMarked;
