package cn.gdpilot.running;

import cn.gdpilot.desk.campaign.unattended.UnattendedCheck;
import cn.gdpilot.domain.papers.template.RepeatedDocuments;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each test the application of its settings as it was after its start; where one instance serves the whole class,
 * the class. The engine's registry and clock are one a JVM, so the application of other settings ends first.
 */
class OneApplication implements TestExecutionListener, Ordered {

    private static TestContext living;

    /** Before the instance gets its beans. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        if (living != null && !test.hasApplicationContext()) {
            if (isCommon(living) && isCommon(test)) {
                throw new IllegalStateException(test.getTestClass() + " has settings of its own: mark it @OwnSettings");
            }
            living.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
        living = test;
        SettingSwitch settings = test.getApplicationContext().getBean(SettingSwitch.class);
        settings.back();
        test.getApplicationContext().getBean(FreshStart.class).restore();
        settings.set(test.getTestClass());
        papers(test, isMarked(test.getTestClass()));
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        papers(test, isMarked(test.getTestClass()) || isMarked(test.getTestMethod()));
    }

    /** R5 After each test each live application has one thing that waits for it, and nothing waits for what is over. */
    @Override
    public void afterTestMethod(TestContext test) {
        if (test.getTestException() != null || leavesUnattended(test)) {
            return;
        }
        List<String> unattended =
                test.getApplicationContext().getBean(UnattendedCheck.class).lines();
        if (!unattended.isEmpty()) {
            throw new AssertionError("Nobody's matters are left:\n" + String.join("\n", unattended));
        }
    }

    private static boolean leavesUnattended(TestContext test) {
        return AnnotatedElementUtils.hasAnnotation(test.getTestClass(), LeavesUnattended.class)
                || AnnotatedElementUtils.hasAnnotation(test.getTestMethod(), LeavesUnattended.class);
    }

    /** All classes that do not say otherwise share one application. */
    private static boolean isCommon(TestContext test) {
        return !AnnotatedElementUtils.hasAnnotation(test.getTestClass(), OwnSettings.class);
    }

    private static boolean isMarked(AnnotatedElement test) {
        return test.isAnnotationPresent(RealPapers.class);
    }

    private static void papers(TestContext test, boolean real) {
        test.getApplicationContext().getBean(RepeatedDocuments.class).real(real);
    }
}
