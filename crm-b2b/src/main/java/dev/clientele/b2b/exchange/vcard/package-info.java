/**
 * Contacts in and out as vCards: 2.1, RFC 2426 (3.0) and RFC 6350 (4.0).
 *
 * <p>{@link dev.clientele.b2b.exchange.vcard.CardImport} stores the contacts of cards, once however often, and for the survivors of
 * merges. {@link dev.clientele.b2b.exchange.vcard.VCards} needs no storage: it writes 4.0 and reads whatever phones, mail
 * programs and address books give: quoted-printable, folded lines, cards after a byte order mark, numbers in the form of
 * a region that is given, social profiles as addresses. What a contact has no field
 * for and what can't be taken is told by card and property, and a card that can't be read doesn't take the others:
 *
 * <pre>{@code
 * VCards.Read read = VCards.read(Files.readString(file));
 * read.leftOut().forEach(log::debug);
 * contacts.addAll(read.contacts());
 * }</pre>
 *
 * <p>The grammar of all three versions is that of ez-vcard, of which nothing shows here.
 */
@NullMarked
package dev.clientele.b2b.exchange.vcard;

import org.jspecify.annotations.NullMarked;
