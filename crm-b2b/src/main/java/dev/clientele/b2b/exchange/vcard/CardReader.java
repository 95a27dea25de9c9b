package dev.clientele.b2b.exchange.vcard;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import ezvcard.VCard;
import ezvcard.io.scribe.ScribeIndex;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Kind;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.ProductId;
import ezvcard.property.RawProperty;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One card as a contact, with what of it can't be taken. Not thread-safe. */
final class CardReader {

    private static final Set<Class<? extends VCardProperty>> ABOUT_THE_CARD =
            Set.of(Uid.class, ProductId.class, Revision.class, Kind.class);

    private final VCard card;
    private final @Nullable Country region;
    private final List<ContactPoint> points = new ArrayList<>();
    private final List<PostalAddress> addresses = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param region whose national phone numbers are read; null for none
     */
    CardReader(VCard card, @Nullable Country region) {
        this.card = card;
        this.region = region;
    }

    /**
     * Returns the contact.
     *
     * @throws InvalidValueException if it has no name, or more than a contact may have
     */
    Contact contact() {
        PersonName name = name();
        addAll("EMAIL", Email.class, email -> ContactPoint.email(text(email.getValue())));
        addAll("TEL", Telephone.class, this::phone);
        addAll("URL", Url.class, url -> ContactPoint.web(text(url.getValue())));
        addAll(SocialProfile.NAME, SocialProfile.class, SocialProfile::contactPoint);
        for (Address address : card.removeProperties(Address.class)) {
            unlessRefused("ADR", () -> addresses.add(address(address)));
        }
        Title title = only("TITLE", Title.class);
        Organization organization = only("ORG", Organization.class);
        Note note = only("NOTE", Note.class);
        Contact contact = Contact.of(name).withContactPoints(new ContactPoints(points));
        for (PostalAddress address : addresses) {
            contact = contact.withAddress(address);
        }
        return contact.with(Contact.JOB_TITLE, title == null ? null : text(title.getValue()))
                .with(Contact.DEPARTMENT, organization == null ? null : department(organization))
                .with(Contact.DESCRIPTION, note == null ? null : text(note.getValue()));
    }

    /** Returns the properties that couldn't be taken and why, without their values. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Returns the properties that a contact has no field for, once it is read: what was read is removed from the card. */
    List<String> ignored() {
        ScribeIndex names = new ScribeIndex();
        return card.getProperties().stream()
                .filter(property -> !ABOUT_THE_CARD.contains(property.getClass()))
                .map(property -> property instanceof RawProperty raw
                        ? raw.getPropertyName()
                        : names.getPropertyScribe(property).getPropertyName())
                .distinct()
                .toList();
    }

    private PersonName name() {
        FormattedName whole = only("FN", FormattedName.class);
        StructuredName parts = only("N", StructuredName.class);
        String family = parts == null ? null : orNull(parts.getFamily());
        String given = parts == null ? null : orNull(parts.getGiven());
        String display = whole == null ? null : text(whole.getValue());
        if (display == null && given != null && family != null) {
            display = given + " " + family;
        }
        if (display == null || display.isBlank()) {
            throw new InvalidValueException("", ViolationCode.FORM, "has no name");
        }
        return new PersonName(given, family, display);
    }

    private <P extends VCardProperty> void addAll(String name, Class<P> type, Function<P, ContactPoint> read) {
        for (P property : card.removeProperties(type)) {
            unlessRefused(name, () -> add(read.apply(property), property));
        }
    }

    private void add(ContactPoint point, VCardProperty from) {
        if (points.stream().noneMatch(point::matches)) {
            boolean first = points.stream().noneMatch(other -> other.kind() == point.kind() && other.primary());
            points.add(point.withPurpose(purpose(from)).withPrimary(first && preferred(from)));
        }
    }

    private void unlessRefused(String name, Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException e) {
            leftOut.add(name + ": " + Objects.requireNonNullElse(e.getMessage(), "isn't known"));
        }
    }

    private <P extends VCardProperty> @Nullable P only(String name, Class<P> type) {
        List<P> several = card.removeProperties(type);
        if (several.size() > 1) {
            leftOut.add(name + ": a contact has one, the first is kept");
        }
        return several.isEmpty() ? null : several.get(0);
    }

    private static List<String> types(VCardProperty property) {
        return property.getParameters("TYPE").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns true if the property is preferred: by TYPE=pref in 2.1 and 3.0, by PREF of any rank in 4.0. */
    private static boolean preferred(VCardProperty property) {
        return types(property).contains("pref") || property.getParameter("PREF") != null;
    }

    private static ContactPurpose purpose(VCardProperty property) {
        for (String type : types(property)) {
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

    /** Returns the second part; the first, the organisation's name, goes back to what is ignored. */
    private @Nullable String department(Organization organization) {
        List<String> parts = organization.getValues();
        if (!parts.isEmpty() && !parts.get(0).isBlank()) {
            card.addOrganization(organization);
        }
        return parts.size() > 1 ? orNull(parts.get(1)) : null;
    }

    private ContactPoint phone(Telephone phone) {
        return region == null ? ContactPoint.phone(number(phone)) : ContactPoint.phone(number(phone), region);
    }

    private static String number(Telephone phone) {
        return phone.getUri() == null
                ? text(phone.getText())
                : phone.getUri().toString().substring("tel:".length());
    }

    /** Post-office box and extended address, of which a postal address knows nothing, are further lines. */
    private static PostalAddress address(Address from) {
        PostalAddress.Builder builder = PostalAddress.builder(Country.of(joined(from.getCountries())));
        Stream.of(from.getStreetAddresses(), from.getExtendedAddresses(), from.getPoBoxes())
                .flatMap(List::stream)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(builder::line);
        unlessEmpty(joined(from.getLocalities()), builder::city);
        unlessEmpty(joined(from.getRegions()), builder::region);
        unlessEmpty(joined(from.getPostalCodes()), builder::postalCode);
        return builder.build();
    }

    private static void unlessEmpty(String text, Consumer<String> use) {
        if (!text.isEmpty()) {
            use.accept(text);
        }
    }

    private static String joined(List<String> values) {
        return values.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** With line breaks as everywhere in the library; ez-vcard has those of the machine. */
    private static String text(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n');
    }
}
