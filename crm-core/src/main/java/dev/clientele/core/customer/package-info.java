/**
 * Who a customer is, for both worlds: an account that one sells to, or a person.
 *
 * <p>{@link dev.clientele.core.customer.Customer} is what both have in common; {@link
 * dev.clientele.core.customer.CustomerId} says of which kind a customer is and which one. A timeline, a lifetime value or
 * a consent belongs to a customer without asking which world it comes from.
 *
 * <p><b>Reaching a customer.</b> {@link dev.clientele.core.customer.ContactPoint} is one way: an e-mail address, a phone
 * number, a web page, a handle on a network. It keeps what was written and a normalised key by which two spellings are
 * found to be the same. {@link dev.clientele.core.customer.ContactPoints} holds those of one customer, with at most one
 * primary of each kind; {@link dev.clientele.core.customer.ContactKeys} are their keys as records are found by them. {@link dev.clientele.core.customer.PostalAddress} and {@link
 * dev.clientele.core.customer.PersonName} are what letters and greetings need.
 *
 * <p><b>Being allowed to.</b> {@link dev.clientele.core.customer.Consent} is one thing a customer said about being
 * contacted, {@link dev.clientele.core.customer.ConsentRecord} all of it, and {@link
 * dev.clientele.core.customer.ConsentRecord#permits} the question that goes before every contact.
 *
 * <p>Everything here is an immutable value, safe for any thread. Personal data is masked in {@code toString} and never
 * stands in the message of an exception.
 */
@NullMarked
package dev.clientele.core.customer;

import org.jspecify.annotations.NullMarked;
