package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Containing;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Missing;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Prefix;
import dev.clientele.persistence.criteria.ValueOrder;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters that read a criteria as their database would if left to itself. */
final class CriteriaSabotage {

    private CriteriaSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                atoms("C1", "takes a missing value for the least", CriteriaSabotage::missingIsLeast),
                atoms("C1", "takes an empty text for a missing one", CriteriaSabotage::emptyIsMissing),
                whole("C2", "negates in three values", ThreeValued::new),
                atoms("C3", "compares text without case", CriteriaSabotage::withoutCase),
                atoms("C3", "compares text by locale", CriteriaSabotage::byLocale),
                atoms("C3", "compares text by UTF-16 unit", CriteriaSabotage::byUnit),
                atoms("C3", "pads text with spaces", CriteriaSabotage::padded),
                atoms("C4", "takes % and _ for wildcards", CriteriaSabotage::wildcards),
                atoms("C3", "looks for a prefix without case", CriteriaSabotage::prefixWithoutCase),
                atoms("C4", "looks for a prefix up to its next character", CriteriaSabotage::prefixAsRange),
                atoms("C5", "takes in of nothing for true", CriteriaSabotage::inOfNothing),
                atoms("C5", "looks at the first thousand values", CriteriaSabotage::firstThousand),
                whole("C6", "takes any of nothing for true", AnyOfNothing::new),
                atoms("C8", "compares decimals as doubles", CriteriaSabotage::asDoubles),
                atoms("C8", "compares instants by millisecond", CriteriaSabotage::byMilli),
                atoms("C8", "compares dates as text", CriteriaSabotage::datesAsText),
                atoms("D8", "looks for parts of set elements", CriteriaSabotage::partsOfElements));
    }

    private interface Atom {
        /** What the broken adapter says; null where it says what is right. */
        @Nullable
        Boolean says(Criteria atom, FieldReader record);
    }

    private static Sabotage atoms(String rule, String name, Atom broken) {
        return whole(rule, name, session -> new Scanning(session) {
            @Override
            boolean atom(Criteria atom, FieldReader record) {
                Boolean said = broken.says(atom, record);
                return said == null ? atom.test(record) : said;
            }
        });
    }

    private static Sabotage whole(String rule, String name, UnaryOperator<StorageSession> breaks) {
        return Sabotage.sessions(rule, name, "CriteriaOfDocuments", breaks);
    }

    private static @Nullable Boolean missingIsLeast(Criteria atom, FieldReader record) {
        return (atom instanceof Comparison comparison && record.read(comparison.field()) == null)
                ? (Boolean) comparison.operator().accepts(-1)
                : null;
    }

    private static @Nullable Boolean emptyIsMissing(Criteria atom, FieldReader record) {
        return (atom instanceof Missing missing && "".equals(record.read(missing.field()))) ? Boolean.TRUE : null;
    }

    private static @Nullable Boolean texts(Criteria atom, FieldReader record, Comparator<String> order) {
        return (atom instanceof Comparison comparison
                        && comparison.value() instanceof String constant
                        && record.read(comparison.field()) instanceof String text)
                ? (Boolean) comparison.operator().accepts(order.compare(text, constant))
                : null;
    }

    private static @Nullable Boolean withoutCase(Criteria atom, FieldReader record) {
        return texts(atom, record, String.CASE_INSENSITIVE_ORDER);
    }

    private static @Nullable Boolean byLocale(Criteria atom, FieldReader record) {
        return texts(atom, record, Collator.getInstance(Locale.GERMAN)::compare);
    }

    private static @Nullable Boolean byUnit(Criteria atom, FieldReader record) {
        return texts(atom, record, Comparator.naturalOrder());
    }

    private static @Nullable Boolean padded(Criteria atom, FieldReader record) {
        return texts(atom, record, Comparator.comparing(String::stripTrailing, ValueOrder.TEXT));
    }

    private static @Nullable Boolean wildcards(Criteria atom, FieldReader record) {
        if (atom instanceof Containing containing && record.read(containing.field()) instanceof String text) {
            return like("%" + containing.part() + "%", text);
        } else if (atom instanceof Prefix prefix && record.read(prefix.field()) instanceof String text) {
            return like(prefix.prefix() + "%", text);
        }
        return null;
    }

    private static boolean like(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static @Nullable Boolean prefixWithoutCase(Criteria atom, FieldReader record) {
        return (atom instanceof Prefix prefix && record.read(prefix.field()) instanceof String text)
                ? (Boolean)
                        text.toLowerCase(Locale.ROOT).startsWith(prefix.prefix().toLowerCase(Locale.ROOT))
                : null;
    }

    /** Between the prefix and the prefix with its last unit one higher, which goes wrong at the end of a range. */
    private static @Nullable Boolean prefixAsRange(Criteria atom, FieldReader record) {
        if (atom instanceof Prefix prefix
                && !prefix.prefix().isEmpty()
                && record.read(prefix.field()) instanceof String text) {
            String from = prefix.prefix();
            char last = from.charAt(from.length() - 1);
            String to = from.substring(0, from.length() - 1) + (char) (last + 1);
            return text.compareTo(from) >= 0 && text.compareTo(to) < 0;
        }
        return null;
    }

    private static @Nullable Boolean inOfNothing(Criteria atom, FieldReader record) {
        return (atom instanceof In in && in.values().isEmpty()) ? Boolean.TRUE : null;
    }

    private static @Nullable Boolean firstThousand(Criteria atom, FieldReader record) {
        return (atom instanceof In in && in.values().size() > 1000)
                ? (Boolean) new In(in.field(), in.values().subList(0, 1000)).test(record)
                : null;
    }

    private static @Nullable Boolean asDoubles(Criteria atom, FieldReader record) {
        return (atom instanceof Comparison comparison
                        && comparison.value() instanceof BigDecimal constant
                        && record.read(comparison.field()) instanceof BigDecimal decimal)
                ? (Boolean) comparison.operator().accepts(Double.compare(decimal.doubleValue(), constant.doubleValue()))
                : null;
    }

    private static @Nullable Boolean byMilli(Criteria atom, FieldReader record) {
        return (atom instanceof Comparison comparison
                        && comparison.value() instanceof Instant constant
                        && record.read(comparison.field()) instanceof Instant instant)
                ? (Boolean) comparison
                        .operator()
                        .accepts(instant.truncatedTo(ChronoUnit.MILLIS)
                                .compareTo(constant.truncatedTo(ChronoUnit.MILLIS)))
                : null;
    }

    private static @Nullable Boolean datesAsText(Criteria atom, FieldReader record) {
        return (atom instanceof Comparison comparison
                        && comparison.value() instanceof LocalDate constant
                        && record.read(comparison.field()) instanceof LocalDate date)
                ? (Boolean) comparison.operator().accepts(unpadded(date).compareTo(unpadded(constant)))
                : null;
    }

    private static String unpadded(LocalDate date) {
        return date.getYear() + "-" + date.getMonthValue() + "-" + date.getDayOfMonth();
    }

    private static @Nullable Boolean partsOfElements(Criteria atom, FieldReader record) {
        return (atom instanceof Has has && record.read(has.field()) instanceof Set<?> set)
                ? (Boolean) String.join(",", set.stream().map(String::valueOf).toList())
                        .contains(has.element())
                : null;
    }

    /** SQL's logic, in which a comparison with null is unknown, and so is its negation. */
    private static final class ThreeValued extends Scanning {
        ThreeValued(StorageSession inner) {
            super(inner);
        }

        @Override
        boolean meets(Criteria criteria, FieldReader record) {
            return Boolean.TRUE.equals(value(criteria, record));
        }

        private @Nullable Boolean value(Criteria criteria, FieldReader record) {
            if (criteria instanceof AllOf || criteria instanceof AnyOf) {
                boolean all = criteria instanceof AllOf;
                Boolean result = all;
                for (Criteria part : all ? ((AllOf) criteria).criteria() : ((AnyOf) criteria).criteria()) {
                    Boolean one = value(part, record);
                    if (one != null && one != all) {
                        return one;
                    }
                    result = one == null ? null : result;
                }
                return result;
            } else if (criteria instanceof Not not) {
                Boolean inside = value(not.criteria(), record);
                return inside == null ? null : (Boolean) !inside;
            }
            boolean unknown = !(criteria instanceof Missing)
                    && criteria.fields().stream().anyMatch(field -> record.read(field) == null);
            return unknown ? null : (Boolean) criteria.test(record);
        }
    }

    private static final class AnyOfNothing extends Scanning {
        AnyOfNothing(StorageSession inner) {
            super(inner);
        }

        @Override
        boolean meets(Criteria criteria, FieldReader record) {
            return criteria.equals(Criteria.never()) || super.meets(criteria, record);
        }
    }
}
