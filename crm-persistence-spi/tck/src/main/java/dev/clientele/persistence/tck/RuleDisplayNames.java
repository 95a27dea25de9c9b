package dev.clientele.persistence.tck;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Display names of tests as the sentences that they are: "D2 a batch holds as a whole". The first word is the rule. */
public final class RuleDisplayNames extends DisplayNameGenerator.Standard {

    /** Creates the generator; called by JUnit. */
    public RuleDisplayNames() {}

    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return testMethod.getName().replace('_', ' ');
    }
}
