package dev.clientele.b2b.exchange.vcard;

import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.exchange.vcard.CardImport.IdentifiedCard;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.MergedIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Some cards in one transaction. Not thread-safe. */
final class CardImportBatch {

    private static final String OWN = "urn:uuid:";
    private static final int MAX_UID = 200;

    private final Repository<Contact> contacts;
    private final MergedIds merged;

    CardImportBatch(CrmSession transaction) {
        this.contacts = transaction.repository(Contact.TYPE);
        this.merged = new MergedIds(transaction);
    }

    /** Returns how many contacts were added and changed, and how many cards said nothing new. */
    long[] store(List<IdentifiedCard> cards) {
        Map<String, Contact> stored =
                find(cards.stream().map(IdentifiedCard::uid).toList());
        Map<Id<Contact>, Contact> changed = new LinkedHashMap<>();
        Map<String, Contact> added = new LinkedHashMap<>();
        long unchanged = 0;
        for (IdentifiedCard card : cards) {
            Contact known = stored.get(card.uid());
            String slot = card.uid().isEmpty() ? "\0" + added.size() : card.uid();
            if (known == null && !added.containsKey(slot)) {
                added.put(
                        slot,
                        isKey(card.uid()) ? card.contact().with(Contact.EXTERNAL_ID, card.uid()) : card.contact());
                continue;
            }
            Contact before = known == null ? added.get(slot) : changed.getOrDefault(known.id(), known);
            if (before == null) {
                throw new AssertionError("neither stored nor added");
            }
            Contact after = complete(before, card.contact());
            if (after.equals(before)) {
                unchanged++;
            } else if (known == null) {
                added.put(slot, after);
            } else {
                changed.put(known.id(), after);
            }
        }
        contacts.addAll(added.values());
        contacts.saveAll(changed.values());
        return new long[] {added.size(), changed.size(), unchanged};
    }

    private static boolean isKey(String uid) {
        return !uid.isEmpty() && uid.length() <= MAX_UID;
    }

    /** Finds the stored contacts by what cards are known by; survivors in place of merged ones. */
    private Map<String, Contact> find(List<String> uids) {
        Map<String, Contact> found = new HashMap<>();
        Map<UUID, String> ids = new HashMap<>();
        uids.forEach(uid -> id(uid).ifPresent(id -> ids.put(id, uid)));
        Map<UUID, UUID> survivors = merged.findSurvivors(ids.keySet());
        Map<UUID, Contact> byId = new HashMap<>();
        Set<Id<Contact>> wanted = new HashSet<>();
        ids.keySet().forEach(id -> wanted.add(Id.of(survivors.getOrDefault(id, id))));
        contacts.findAll(wanted).forEach(contact -> byId.put(contact.id().value(), contact));
        ids.forEach((id, uid) -> {
            Contact contact = byId.get(survivors.getOrDefault(id, id));
            if (contact != null) {
                found.put(uid, contact);
            }
        });
        List<String> keys = uids.stream()
                .filter(uid -> isKey(uid) && !found.containsKey(uid))
                .distinct()
                .toList();
        try (Stream<Contact> some = contacts.query(Contact.EXTERNAL_ID.in(keys)).stream()) {
            some.forEach(contact -> found.put(contact.require(Contact.EXTERNAL_ID), contact));
        }
        merged.resolveKeys(
                        Contact.TYPE,
                        Contact.EXTERNAL_ID,
                        keys.stream().filter(key -> !found.containsKey(key)).toList())
                .forEach((key, survivor) ->
                        contacts.findAll(survivor).stream().findFirst().ifPresent(contact -> found.put(key, contact)));
        return found;
    }

    private static Optional<UUID> id(String uid) {
        if (!uid.toLowerCase(Locale.ROOT).startsWith(OWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Id.parse(uid.substring(OWN.length())).value());
        } catch (IllegalArgumentException foreign) {
            return Optional.empty(); // another program's
        }
    }

    private static Contact complete(Contact contact, Contact card) {
        Contact result = contact;
        for (Field<Contact, ?> field : List.of(
                Contact.GIVEN_NAME,
                Contact.FAMILY_NAME,
                Contact.JOB_TITLE,
                Contact.DEPARTMENT,
                Contact.ADDRESSES,
                Contact.DESCRIPTION)) {
            result = fill(field, card, result);
        }
        List<ContactPoint> points = new ArrayList<>(result.contactPoints().points());
        for (ContactPoint point : card.contactPoints().points()) {
            if (points.size() < ContactPoints.MAX_POINTS && points.stream().noneMatch(point::matches)) {
                boolean first = points.stream().noneMatch(other -> other.kind() == point.kind());
                points.add(first ? point : point.withPrimary(false));
            }
        }
        return result.withContactPoints(new ContactPoints(points));
    }

    private static <V> Contact fill(Field<Contact, V> field, Contact from, Contact to) {
        return to.find(field).isPresent() || from.find(field).isEmpty() ? to : to.with(field, from.get(field));
    }
}
