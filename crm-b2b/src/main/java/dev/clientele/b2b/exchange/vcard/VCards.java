package dev.clientele.b2b.exchange.vcard;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.Country;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Contacts as vCards: written as 4.0 (RFC 6350), read as 2.1, 3.0 (RFC 2426) and 4.0. Pure; thread-safe.
 *
 * <p>Name, contact points with purpose and preference, addresses, job title, department and notes go both ways, and what is
 * written reads back as the same contact but for whether contact points are verified, which a card can't say, and for their
 * order, which is kept among those of one kind. At which accounts somebody is what a card can't say either.
 */
public final class VCards {

    private VCards() {}

    /** Returns one card after another. */
    public static String write(Collection<Contact> contacts) {
        return CardWriter.write(contacts);
    }

    /**
     * Returns the contacts of cards, without ids. A phone number that isn't in international form, an address without a
     * two-letter country code, and anything else that this library doesn't keep in that form, are left out and told; so is a
     * card that never ends or has no name, among others that can be read.
     *
     * @param cards the text of a file, with or without a byte order mark
     * @throws IllegalArgumentException if there are cards and none of them can be read
     */
    public static Read read(String cards) {
        return read(cards, new CardFile(null));
    }

    /**
     * Returns the contacts of cards as {@link #read(String)} does, with phone numbers in national form read as those of a region.
     *
     * @param region whose phone numbers stand in the cards without the code of a country
     */
    public static Read read(String cards, Country region) {
        return read(cards, new CardFile(Objects.requireNonNull(region, "region")));
    }

    private static Read read(String cards, CardFile file) {
        CardSplitter.split(cards).forEach(file::add);
        return file.read();
    }

    /**
     * Contacts that were read from cards.
     *
     * @param contacts one for each card that can be read, not stored
     * @param leftOut which properties of which card, or which card, were left out and why, without their values
     * @param ignored which properties of which card a contact has no field for, such as {@code card 1, PHOTO}; {@code ORG}
     *     where it names an organisation, since a contact belongs to accounts
     */
    public record Read(List<Contact> contacts, List<String> leftOut, List<String> ignored) {

        /** Copies the lists. */
        public Read {
            contacts = List.copyOf(contacts);
            leftOut = List.copyOf(leftOut);
            ignored = List.copyOf(ignored);
        }
    }
}
