package dev.clientele.persistence.tck.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of one suite on a broken adapter. */
public final class Run implements TestExecutionListener {

    private final List<String> failed = new ArrayList<>();
    private int ran;

    private Run() {}

    /** The names of the tests that fail on a broken adapter. */
    static List<String> failures(Sabotage sabotage, DiscoverySelector suite) {
        Sabotaged.current = sabotage;
        return failures(suite);
    }

    /** The names of the tests that fail. */
    public static List<String> failures(DiscoverySelector suite) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(suite)
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
        Run run = new Run();
        LauncherFactory.create().execute(request, run);
        assertThat(run.ran).as("tests of %s", suite).isPositive();
        return run.failed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            ran++;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.add(test.getLegacyReportingName());
            }
        }
    }
}
