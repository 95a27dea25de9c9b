/**
 * Who a customer is, for both worlds: an account that one sells to, or a person.
 *
 * <p>{@link dev.clientele.core.customer.Customer} is what both have in common; {@link
 * dev.clientele.core.customer.CustomerId} names a customer and its {@link dev.clientele.core.customer.CustomerKind}. A timeline, a
 * lifetime value or a consent belongs to a customer without asking which world it comes from.
 *
 * <p><b>Reaching a customer.</b> {@link dev.clientele.core.customer.ContactPoint} is one way, of a {@link
 * dev.clientele.core.customer.ContactPointKind}: an e-mail address, a phone number, a web page, a handle on a network; it may
 * serve one {@link dev.clientele.core.customer.ContactPurpose}. It keeps what was written and a normalised key by which two
 * spellings are found to be the same. {@link dev.clientele.core.customer.ContactPoints} holds those of one customer, with at most
 * one primary of each kind; {@link dev.clientele.core.customer.ContactKeys} are the keys by which records are found. {@link
 * dev.clientele.core.customer.PostalAddress}, in a {@link dev.clientele.core.customer.Country}, and {@link
 * dev.clientele.core.customer.PersonName} are what letters and greetings need.
 *
 * <p><b>Being allowed to.</b> {@link dev.clientele.core.customer.Consent} is one thing a customer said about being contacted: a
 * {@link dev.clientele.core.customer.ConsentStatus} for a {@link dev.clientele.core.customer.ConsentPurpose} and a {@link
 * dev.clientele.core.customer.ConsentChannel}, on a {@link dev.clientele.core.customer.LawfulBasis}. {@link
 * dev.clientele.core.customer.ConsentRecord} is all of it, and {@link dev.clientele.core.customer.ConsentRecord#permits} the
 * question that goes before every contact.
 *
 * <p>Everything here is an immutable value, safe for any thread. Personal data is masked in {@code toString} and never
 * stands in the message of an exception.
 */
@NullMarked
package dev.clientele.core.customer;

import org.jspecify.annotations.NullMarked;
