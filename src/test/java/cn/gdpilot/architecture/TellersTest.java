package cn.gdpilot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.ReversalDesk;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Events are facts: told in one place, heard in any order. A command is a use case whose desks are known by name. */
class TellersTest {

    /** Desks send letters of ends, and the room that ends many at once. */
    private static final Pattern SENDERS = Pattern.compile("\\.desk\\.|\\.domain\\.deadline\\.");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.gdpilot");

    @Test
    @DisplayName("the end of an application → told by the one gate and nowhere else")
    void oneTeller() {
        assertThat(PRODUCT.get(ApplicationClosed.class).getConstructorCallsToSelf())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.getOriginOwner().isEquivalentTo(Applications.class))
                        .as(call.getDescription())
                        .isTrue());
    }

    @Test
    @DisplayName("what hears a fact → in no order, so that none relies on another")
    void noOrder() {
        List<JavaMethod> listeners = PRODUCT.stream()
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventListener.class))
                .filter(method -> !method.getOwner().getPackageName().contains(".platform."))
                .toList();

        assertThat(listeners).hasSizeGreaterThan(5).noneMatch(method -> method.isAnnotatedWith(Order.class));
    }

    @ParameterizedTest
    @EnumSource(EndLetter.class)
    @DisplayName("a letter that the table of ends names → a desk sends it")
    void sent(EndLetter letter) {
        assertThat(PRODUCT.get(EndLetter.class).getField(letter.name()).getAccessesToSelf())
                .anyMatch(use ->
                        SENDERS.matcher(use.getOriginOwner().getPackageName()).find());
    }

    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "HEARD_AGAIN,       Rehearing,       HearingRecall ReviewLateProjects SameProjectBack",
                "RANKED_AGAIN,      RankAgain,       SameProjectBack",
                "NO_DUPLICATE,      ReviewAgain,     -",
                "REVIEWED_AGAIN,    ReviewAgain,     LateLists",
                "ON_THE_LIST,       ReviewAgain,     -",
                "OFF_THE_LIST,      ReviewAgain,     -",
                "ON_THE_SELECTION,  ChangeSelection, -",
                "OFF_THE_SELECTION, ChangeSelection, -",
                "RECOMMENDED_LATE,  AddLate,         LateComparison LateLists NothingAddedOnceSelected SameProjectBack",
                "FORWARDED_LATE,    AddLate,         LateLists NothingAddedOnceSelected SameProjectBack",
                "SELECTED_LATE,     SelectLate,      SameProjectBack",
            })
    @DisplayName("an upheld objection → one desk owns what follows, and these others take part")
    void reversals(Reversal reversal, String owner, String neighbours) {
        assertThat(desks(OutcomeOwner.class, reversal)).containsExactly(owner);
        assertThat(desks(Neighbour.class, reversal))
                .containsExactlyInAnyOrder(neighbours == null ? new String[0] : neighbours.split(" "));
    }

    @Test
    @DisplayName("the table of desks above → names every reversal")
    void everyReversal() throws NoSuchMethodException {
        Set<String> named = Arrays.stream(getClass()
                        .getDeclaredMethod("reversals", Reversal.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(line -> line.split(",")[0].strip())
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(Stream.of(Reversal.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    private static List<String> desks(Class<? extends ReversalDesk> role, Reversal reversal) {
        return PRODUCT.that(assignableTo(role)).stream()
                .filter(one -> !one.isInterface())
                .map(JavaClass::reflect)
                .filter(one -> ((ReversalDesk) mock(one, CALLS_REAL_METHODS))
                        .reversals()
                        .contains(reversal))
                .map(Class::getSimpleName)
                .toList();
    }
}
