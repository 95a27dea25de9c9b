package dev.clientele.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;

/** What the library's main code may not touch or keep. */
record Bans(House house) {

    ArchRule sqlStaysInTheJdbcAdapter() {
        return noClasses()
                .that(house.library().and(not(house.jdbc())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .allowEmptyShould(true);
    }

    ArchRule jacksonStaysInside() {
        return noClasses()
                .that(house.library().and(not(house.json())).and(not(house.adapters())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .because("JSON is read and written in one place; only an adapter may need it too")
                .allowEmptyShould(true);
    }

    ArchRule nothingAsksTheMachine() {
        return noClasses()
                .that(house.library().and(DescribedPredicate.not(house.settings())))
                .should()
                .accessTargetWhere(new Ambient())
                .because("time, zone, locale and chance come from the caller; only settings have a default for them")
                .allowEmptyShould(true);
    }

    ArchRule noThreadLocals() {
        return noClasses()
                .that(house.library())
                .should()
                .dependOnClassesThat(assignableTo(ThreadLocal.class))
                .allowEmptyShould(true);
    }

    ArchRule noStaticState() {
        return fields().that()
                .areDeclaredInClassesThat(house.library())
                .and()
                .areStatic()
                .should(beConstant())
                .allowEmptyShould(true);
    }

    /** A private array is let pass: a table of coefficients has no better form. */
    private static ArchCondition<JavaField> beConstant() {
        return new ArchCondition<>("be constant") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    return;
                }
                boolean shared = !field.getModifiers().contains(JavaModifier.PRIVATE);
                JavaClass type = field.getRawType();
                if (!field.getModifiers().contains(JavaModifier.FINAL)
                        || isContainer(type)
                        || (type.isArray() && shared)) {
                    events.add(SimpleConditionEvent.violated(
                            field, "Field <" + field.getFullName() + "> is static and can change"));
                }
            }
        };
    }

    private static boolean isContainer(JavaClass type) {
        boolean mutableByName = type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo("java.util.concurrent.ConcurrentMap")
                || type.isAssignableTo("com.google.common.cache.Cache")
                || type.isAssignableTo("java.lang.AbstractStringBuilder");
        boolean concrete = type.getPackageName().startsWith("java.util") && !type.isInterface();
        return mutableByName || (concrete && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)));
    }
}
