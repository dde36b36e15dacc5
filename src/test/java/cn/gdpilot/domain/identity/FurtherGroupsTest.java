package cn.gdpilot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that designers declare. */
class FurtherGroupsTest {

    @TempDir
    Path lists;

    @Test
    @DisplayName(
            "a group is taken out of the list → no new model may name it; tasks that ask it keep its people and its name")
    void takenOut() throws IOException {
        given("group,name\nlegal-check,法规处\n", 1);
        FurtherGroups groups = new FurtherGroups(new ReferenceFiles(lists));
        Map<String, String> made = Map.of("legal-check", "法规处", "dept-44", "省厅", Group.EXPERT, "专家");
        assertThat(groups.former(made)).isEmpty();

        given("group,name\n", 2);

        assertThat(groups.all()).isEmpty();
        assertThat(FurtherGroups.isOwn("legal-check")).isTrue();
        assertThat(groups.name("legal-check")).isEqualTo("法规处");
        assertThat(groups.former(made)).containsOnlyKeys("legal-check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dept-44", "dept-44-lead", "city-440100", "ministry", "legal-lead", "expert", "security", "X", ""
            })
    @DisplayName("a group of an office, of leads, or of those who look after the system → never a designer's own")
    void others(String id) {
        assertThat(FurtherGroups.isOwn(id)).isFalse();
    }

    private void given(String list, int second) throws IOException {
        Path file = Files.writeString(lists.resolve(FurtherGroups.FILE), list);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }
}
