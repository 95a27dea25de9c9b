package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CloseDateSlipPropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final Id<Opportunity> DEAL = Id.of(new UUID(2, 1));

    /** A change: to which stage kind, if to any, and to which day, if to any. */
    record Step(int kind, int day) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(-4, 2),
                        Arbitraries.integers().between(-10, 60))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private static List<Change> changes(List<Step> steps) {
        List<Change> changes = new ArrayList<>();
        for (Step step : steps) {
            Map<String, FieldChange> fields = new HashMap<>();
            if (step.kind() >= 0) {
                fields.put(
                        "kind",
                        new FieldChange(null, List.of("OPEN", "WON", "LOST").get(step.kind())));
            }
            if (step.day() >= 0) {
                fields.put(
                        "close_date",
                        new FieldChange(null, START.plusDays(step.day()).toString()));
            }
            changes.add(new Change(
                    "c" + changes.size(),
                    "opportunity",
                    DEAL.value(),
                    changes.isEmpty() ? Change.Action.ADDED : Change.Action.SAVED,
                    Actor.process("test"),
                    Instant.EPOCH,
                    changes.size() + 1L,
                    fields,
                    null));
        }
        return changes;
    }

    /** The days that were expected while the deal was open. */
    private static List<LocalDate> expectations(List<Step> steps) {
        List<LocalDate> days = new ArrayList<>();
        boolean open = true;
        for (Step step : steps) {
            open = step.kind() < 0 ? open : step.kind() == 0;
            if (open && step.day() >= 0) {
                days.add(START.plusDays(step.day()));
            }
        }
        return days;
    }

    @Property
    void pushes_and_pulls_lead_from_the_first_expectation_to_the_last(@ForAll("steps") List<Step> steps) {
        List<LocalDate> days = expectations(steps);

        Optional<CloseDateSlip> slip = CloseDateSlip.of(DEAL, changes(steps));

        assertThat(slip.isPresent()).isEqualTo(!days.isEmpty());
        slip.ifPresent(found -> {
            assertThat(found.first()).isEqualTo(days.get(0));
            assertThat(found.latest()).isEqualTo(days.get(days.size() - 1));
            assertThat(found.first().plusDays(found.days())).isEqualTo(found.latest());
            assertThat(found.pushes() + found.pulls()).isLessThan(days.size());
        });
    }

    @Property
    void slips_add_up_in_any_parts(@ForAll("steps") List<Step> one, @ForAll("steps") List<Step> other) {
        List<CloseDateSlip> ones = CloseDateSlip.of(DEAL, changes(one)).stream().toList();
        List<CloseDateSlip> others =
                CloseDateSlip.of(DEAL, changes(other)).stream().toList();
        List<CloseDateSlip> all = new ArrayList<>(ones);
        all.addAll(others);

        assertThat(Slippage.of(all)).isEqualTo(Slippage.of(ones).plus(Slippage.of(others)));
    }
}
