package cn.gdpilot.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that is sent again changes nothing exactly if every touched field has that value already. */
class ApplicationFormTest {

    private static final Application PRESENT = ApplicationFixture.given().build();

    @Test
    @DisplayName("form with no field touched → changes nothing")
    void untouched() throws ReflectiveOperationException {
        assertThat(form(Map.of()).isIn(PRESENT)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("fields")
    @DisplayName("form with a field's present value → changes nothing; another → changes it")
    void touched(String field) throws ReflectiveOperationException {
        Object present = ApplicationForm.class.getMethod(field).invoke(ApplicationForm.of(PRESENT));
        Object other = other(present);

        assertThat(form(Map.of(field, present)).isIn(PRESENT)).isTrue();
        assertThat(form(Map.of(field, other)).isIn(PRESENT)).isFalse();
    }

    private static Object other(Object present) {
        if (present instanceof Map) {
            return Map.of("other", "x");
        }
        return present instanceof Boolean yes ? (Object) !yes : present + "x";
    }

    static Stream<String> fields() {
        return Arrays.stream(ApplicationForm.class.getRecordComponents()).map(RecordComponent::getName);
    }

    private static ApplicationForm form(Map<String, Object> touched) throws ReflectiveOperationException {
        Map<String, Object> values = new HashMap<>(touched);
        RecordComponent[] components = ApplicationForm.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments =
                Arrays.stream(components).map(one -> values.get(one.getName())).toArray();
        return ApplicationForm.class.getDeclaredConstructor(types).newInstance(arguments);
    }
}
