package dev.clientele.b2b.exchange;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Contacts as vCards: written as 4.0 (RFC 6350), read as 3.0 (RFC 2426) and 4.0. Pure; thread-safe.
 *
 * <p>Name, contact points with purpose and preference, addresses, job title, department and notes go both ways, and what is
 * written reads back as the same contact but for whether contact points are verified, which a card can't say. At which accounts
 * somebody is what a card can't say either. Properties that aren't known are left out when read.
 */
public final class VCards {

    private static final String NETWORK = "X-SOCIALPROFILE";

    private VCards() {}

    /** One card after another. */
    public static String write(Collection<Contact> contacts) {
        StringBuilder out = new StringBuilder();
        contacts.forEach(contact -> write(contact, out));
        return out.toString();
    }

    private static void write(Contact contact, StringBuilder out) {
        CardLines lines = new CardLines(out);
        lines.add("BEGIN", "VCARD");
        lines.add("VERSION", "4.0");
        contact.findId().ifPresent(id -> lines.add("UID", "urn:uuid:" + id));
        PersonName name = contact.name();
        lines.add("FN", CardText.escape(name.display()));
        if (name.given() != null || name.family() != null) {
            lines.add("N", CardText.components(name.family(), name.given(), "", "", ""));
        }
        contact.contactPoints().forEach(point -> lines.add(property(point), value(point)));
        contact.addresses().forEach(address -> lines.add("ADR", address(address)));
        contact.find(Contact.JOB_TITLE).ifPresent(title -> lines.add("TITLE", CardText.escape(title)));
        contact.find(Contact.DEPARTMENT).ifPresent(unit -> lines.add("ORG", CardText.components("", unit)));
        contact.find(Contact.DESCRIPTION).ifPresent(note -> lines.add("NOTE", CardText.escape(note)));
        lines.add("END", "VCARD");
    }

    private static String property(ContactPoint point) {
        String name = switch (point.kind()) {
            case EMAIL -> "EMAIL";
            case PHONE -> "TEL";
            case WEB -> "URL";
            case SOCIAL -> NETWORK;
        };
        String purpose = switch (point.purpose()) {
            case ANY -> "";
            case WORK -> ";TYPE=work";
            case PRIVATE -> ";TYPE=home";
            default -> ";TYPE=x-" + point.purpose().name().toLowerCase(Locale.ROOT);
        };
        return name + purpose + (point.primary() ? ";PREF=1" : "");
    }

    private static String value(ContactPoint point) {
        String text = point.kind() == ContactPointKind.PHONE ? point.key() : point.original();
        return point.kind() == ContactPointKind.WEB ? text : CardText.escape(text);
    }

    private static String address(PostalAddress address) {
        return ";;"
                + String.join(
                        ",", address.lines().stream().map(CardText::escape).toList())
                + ";"
                + CardText.components(
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country().code());
    }

    /**
     * The contacts of cards, without ids. A phone number that isn't in international form, an address without a two-letter
     * country code, and anything else that this library doesn't keep in that form, are left out and told.
     *
     * @throws IllegalArgumentException if a card never ends, or has no name
     */
    public static Read read(String cards) {
        List<Contact> contacts = new ArrayList<>();
        List<String> left = new ArrayList<>();
        CardReading reading = null;
        for (CardText.Line line : CardText.lines(cards)) {
            if (line.is("BEGIN")) {
                reading = new CardReading();
            } else if (line.is("END") && reading != null) {
                contacts.add(reading.contact(contacts.size() + 1));
                left.addAll(reading.left(contacts.size()));
                reading = null;
            } else if (reading != null) {
                reading.take(line);
            }
        }
        if (reading != null) {
            throw new IllegalArgumentException("card " + (contacts.size() + 1) + " never ends");
        }
        return new Read(contacts, left);
    }

    /**
     * What was read.
     *
     * @param contacts one for each card, not stored
     * @param leftOut which properties of which card were left out and why, without their values
     */
    public record Read(List<Contact> contacts, List<String> leftOut) {

        /** Copies the lists. */
        public Read {
            contacts = List.copyOf(contacts);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The purpose that a card's types tell. */
    static ContactPurpose purpose(Collection<String> types) {
        for (String type : types) {
            switch (type) {
                case "work" -> {
                    return ContactPurpose.WORK;
                }
                case "home" -> {
                    return ContactPurpose.PRIVATE;
                }
                case "x-billing" -> {
                    return ContactPurpose.BILLING;
                }
                case "x-delivery" -> {
                    return ContactPurpose.DELIVERY;
                }
                case "x-support" -> {
                    return ContactPurpose.SUPPORT;
                }
                default -> {}
            }
        }
        return ContactPurpose.ANY;
    }
}
