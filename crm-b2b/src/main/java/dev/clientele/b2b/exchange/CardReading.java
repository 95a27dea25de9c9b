package dev.clientele.b2b.exchange;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One card being read. Not thread-safe. */
final class CardReading {

    private final List<ContactPoint> points = new ArrayList<>();
    private final List<PostalAddress> addresses = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable String display;
    private @Nullable String given;
    private @Nullable String family;
    private @Nullable String title;
    private @Nullable String department;
    private @Nullable String note;

    void take(CardText.Line line) {
        try {
            switch (line.name()) {
                case "FN" -> display = line.text();
                case "N" -> {
                    family = orNull(line.component(0));
                    given = orNull(line.component(1));
                }
                case "TITLE" -> title = line.text();
                case "ORG" -> department = orNull(line.component(1));
                case "NOTE" -> note = line.text();
                case "EMAIL" -> add(line, ContactPoint.email(line.text()));
                case "TEL" -> add(line, ContactPoint.phone(withoutScheme(line.text())));
                case "URL" -> add(line, ContactPoint.web(line.value()));
                case "X-SOCIALPROFILE" -> add(line, social(line.text()));
                case "ADR" -> addresses.add(address(line));
                default -> {}
            }
        } catch (IllegalArgumentException e) {
            leftOut.add(line.name() + ": " + Objects.requireNonNullElse(e.getMessage(), "isn't known"));
        }
    }

    private void add(CardText.Line line, ContactPoint point) {
        if (points.stream().anyMatch(point::matches)) {
            return;
        }
        boolean first = points.stream().noneMatch(other -> other.kind() == point.kind() && other.primary());
        points.add(point.withPurpose(VCards.purpose(line.types()))
                .withPrimary(first && line.types().contains("pref")));
    }

    private static ContactPoint social(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("must be a network, a colon and a handle");
        }
        return ContactPoint.social(text.substring(0, colon), text.substring(colon + 1));
    }

    private static String withoutScheme(String number) {
        return number.startsWith("tel:") ? number.substring("tel:".length()) : number;
    }

    private static PostalAddress address(CardText.Line line) {
        PostalAddress.Builder builder = PostalAddress.builder(Country.of(line.component(6)));
        line.values(2).forEach(builder::line);
        if (!line.component(3).isEmpty()) {
            builder.city(line.component(3));
        }
        if (!line.component(4).isEmpty()) {
            builder.region(line.component(4));
        }
        if (!line.component(5).isEmpty()) {
            builder.postalCode(line.component(5));
        }
        return builder.build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The contact. */
    Contact contact(int number) {
        String name = display;
        if (name == null && given != null && family != null) {
            name = given + " " + family;
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("card " + number + " has no name");
        }
        Contact contact = Contact.of(new PersonName(given, family, name)).withContactPoints(new ContactPoints(points));
        for (PostalAddress address : addresses) {
            contact = contact.withAddress(address);
        }
        return contact.with(Contact.JOB_TITLE, title)
                .with(Contact.DEPARTMENT, department)
                .with(Contact.DESCRIPTION, note);
    }

    /** What was left out of it. */
    List<String> left(int number) {
        return leftOut.stream().map(each -> "card " + number + ", " + each).toList();
    }
}
