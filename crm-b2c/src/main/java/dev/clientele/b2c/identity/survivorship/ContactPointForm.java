package dev.clientele.b2c.identity.survivorship;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Contact points: verified by whoever knows it, and at most one primary of each kind. */
final class ContactPointForm implements ElementForm<ContactPoint> {

    @Override
    public String identity(ContactPoint point) {
        return point.kind().name() + ':' + point.key();
    }

    @Override
    public String content(ContactPoint point) {
        return point.original() + '\n' + point.purpose() + '\n' + point.primary() + '\n' + point.verified();
    }

    @Override
    public boolean isVerified(ContactPoint point) {
        return point.verified();
    }

    @Override
    public boolean isVerified(ContactPoint point, SaidRecord record) {
        return point.verified();
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<ContactPoint> join(
            List<Element<ContactPoint>> chosen, FieldRule rule, Comparator<Element<ContactPoint>> order) {
        Map<ContactPointKind, Element<ContactPoint>> primary = new EnumMap<>(ContactPointKind.class);
        Comparator<Element<ContactPoint>> first = Comparator.comparing((Element<ContactPoint> each) ->
                        !(rule.handFirst() && each.best().isByHand()))
                .thenComparing(each -> !each.isVerified())
                .thenComparing(order);
        for (Element<ContactPoint> each : chosen) {
            if (each.value().primary()) {
                primary.merge(each.value().kind(), each, (a, b) -> first.compare(a, b) <= 0 ? a : b);
            }
        }
        List<ContactPoint> points = new ArrayList<>(chosen.size());
        for (Element<ContactPoint> each : chosen) {
            ContactPoint point = each.value();
            if (point.primary() && !each.equals(primary.get(point.kind()))) {
                point = point.withPrimary(false);
            }
            points.add(point.verified() == each.isVerified() ? point : point.withVerified(each.isVerified()));
        }
        return points;
    }
}
