package dev.clientele.persistence.tck;

import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The declarations of the adapter, shown in the report: each optional capability, and each kind of criteria, passes if it
 * is there and is aborted if not.
 */
public abstract class CapabilityContract extends StorageContract {

    /** Creates the suite; for subclasses. */
    protected CapabilityContract() {}

    @TestFactory
    Stream<DynamicTest> optional_capabilities() {
        return Arrays.stream(Capability.values())
                .map(capability -> DynamicTest.dynamicTest(
                        capability + (has(capability) ? " is declared" : " is not declared"),
                        () -> Assumptions.assumeTrue(
                                has(capability), "optional, and the fixture does not declare it: " + capability)));
    }

    @TestFactory
    Stream<DynamicTest> exceptions() {
        return Stream.of(DynamicTest.dynamicTest(
                "D11 and L8 hold " + (writesOnSnapshots() ? "with an exception" : "without exception"),
                () -> Assumptions.assumeFalse(
                        writesOnSnapshots(),
                        "stated by the fixture: writing sessions see the state at their beginning and may collide")));
    }

    @TestFactory
    Stream<DynamicTest> criteria_that_are_pushed_down() {
        return atoms().entrySet().stream().map(atom -> {
            boolean supported = storage().supports(atom.getValue());
            return DynamicTest.dynamicTest(
                    atom.getKey() + (supported ? " is pushed down" : " is not pushed down"),
                    () -> Assumptions.assumeTrue(
                            supported, "optional, and the storage leaves it to the core: " + atom.getKey()));
        });
    }

    private static Map<String, Criteria> atoms() {
        Map<String, Criteria> atoms = new LinkedHashMap<>();
        atoms.put("comparison of TEXT", Criteria.equal("title", "a"));
        atoms.put("comparison of INTEGER", Criteria.equal("quantity", 1L));
        atoms.put("comparison of DECIMAL", Criteria.equal("amount", new BigDecimal("1.00")));
        atoms.put("comparison of BOOLEAN", Criteria.equal("open", true));
        atoms.put("comparison of REAL", Criteria.equal("score", 1.0));
        atoms.put("comparison of INSTANT", Criteria.equal("seen_at", SampleRecords.NOON));
        atoms.put("comparison of DATE", Criteria.equal("due", LocalDate.of(2026, 3, 1)));
        atoms.put("in", Criteria.in("title", List.of("a", "b")));
        atoms.put("prefix", Criteria.prefix("title", "a"));
        atoms.put("containing", Criteria.containing("title", "a"));
        atoms.put("has", Criteria.has("tags", "a"));
        atoms.put("has any", Criteria.hasAny("tags", List.of("a", "b")));
        atoms.put("missing", Criteria.missing("title"));
        return atoms;
    }
}
