package dev.clientele.b2b.exchange.vcard;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;

/** Contacts as cards of version 4.0. */
final class CardWriter {

    private CardWriter() {}

    static String write(Collection<Contact> contacts) {
        StringWriter out = new StringWriter();
        try (VCardWriter writer = new VCardWriter(out, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            writer.registerScribe(new SocialProfile.Scribe());
            for (Contact contact : contacts) {
                writer.write(card(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // text in memory
        }
        return CardFolding.fold(out.toString());
    }

    private static VCard card(Contact contact) {
        VCard card = new VCard(VCardVersion.V4_0);
        contact.findId().ifPresent(id -> card.setUid(new Uid("urn:uuid:" + id)));
        PersonName name = contact.name();
        card.setFormattedName(name.display());
        if (name.given() != null || name.family() != null) {
            StructuredName parts = new StructuredName();
            parts.setGiven(name.given());
            parts.setFamily(name.family());
            card.setStructuredName(parts);
        }
        contact.contactPoints().forEach(point -> card.addProperty(property(point)));
        contact.addresses().forEach(address -> card.addAddress(address(address)));
        contact.find(Contact.JOB_TITLE).ifPresent(card::addTitle);
        contact.find(Contact.DEPARTMENT).ifPresent(unit -> {
            Organization organization = new Organization();
            organization.getValues().add("");
            organization.getValues().add(unit);
            card.addOrganization(organization);
        });
        contact.find(Contact.DESCRIPTION).ifPresent(card::addNote);
        return card;
    }

    private static VCardProperty property(ContactPoint point) {
        VCardProperty property = switch (point.kind()) {
            case EMAIL -> new Email(point.original());
            case PHONE -> new Telephone(point.key());
            case WEB -> new RawProperty("URL", point.original()); // an address has no escapes, but Url writes some
            case SOCIAL -> new SocialProfile(point.original());
        };
        if (point.purpose() != ContactPurpose.ANY) {
            property.addParameter("TYPE", type(point.purpose()));
        }
        if (point.primary()) {
            property.addParameter("PREF", "1");
        }
        return property;
    }

    private static String type(ContactPurpose purpose) {
        return switch (purpose) {
            case WORK -> "work";
            case PRIVATE -> "home";
            default -> "x-" + purpose.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Address address(PostalAddress from) {
        Address address = new Address();
        address.getStreetAddresses().addAll(from.lines());
        address.setLocality(from.city());
        address.setRegion(from.region());
        address.setPostalCode(from.postalCode());
        address.setCountry(from.country().code());
        return address;
    }
}
