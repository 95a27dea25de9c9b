package dev.clientele.persistence.tck;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Shows in the report what the adapter declares: each optional capability passes if it is there, and is aborted if not. */
public abstract class CapabilityContract extends StorageContract {

    /** For suites. */
    protected CapabilityContract() {}

    @TestFactory
    Stream<DynamicTest> optional_capabilities() {
        return Arrays.stream(Capability.values())
                .map(capability -> DynamicTest.dynamicTest(
                        capability + (has(capability) ? " is declared" : " is not declared"),
                        () -> Assumptions.assumeTrue(
                                has(capability), "optional, and the fixture does not declare it: " + capability)));
    }
}
