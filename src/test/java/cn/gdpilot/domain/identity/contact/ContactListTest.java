package cn.gdpilot.domain.identity.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.verify;

import cn.gdpilot.domain.identity.UnitList;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The offices' contact data in the reference lists. */
class ContactListTest {

    private static final String GUANGZHOU = "city-440100,CITY,440100,广州市工信局,广州市,PRD,";
    private static final String SHAOGUAN =
            "city-440200,CITY,440200,韶关市工信局,韶关市,NORTH,sg@gov.example,,李四,0751-1234567,韶关市某路2号,";

    @TempDir
    Path folder;

    private ContactTables tables;

    @BeforeEach
    void tables() {
        tables = new ContactTables(folder);
    }

    @Test
    @DisplayName("a line of the list → addresses, persons with telephones, postal address, mailbox")
    void read() {
        tables.units(GUANGZHOU
                + "gz@gov.example,gz.sign@gov.example,张三（工厂类）;李四,020-12345678;020-87654321,广州市某路1号,open@gov.example");
        tables.start();

        assertThat(tables.contacts.of("city-440100"))
                .isEqualTo(new ContactData(
                        "gz@gov.example",
                        "gz.sign@gov.example",
                        List.of(new ContactPerson("张三（工厂类）", "020-12345678"), new ContactPerson("李四", "020-87654321")),
                        "广州市某路1号",
                        "open@gov.example"));
        assertThat(tables.contacts.addressOf("city-440100")).isEqualTo("gz@gov.example");
        assertThat(tables.contacts.addressOf("city-440100-lead")).isEqualTo("gz.sign@gov.example");
    }

    @Test
    @DisplayName("no address of those who sign → their letters go to the office's; one mailbox gets one letter")
    void noLeadAddress() {
        tables.units(SHAOGUAN);
        tables.start();

        assertThat(tables.contacts.addressOf("city-440200-lead")).isEqualTo("sg@gov.example");
        assertThat(tables.contacts.bothGroups("city-440200")).containsExactly("city-440200");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gz@,,张三,020-12345678,,                         | “email”一栏：电子邮箱格式不正确",
                "a b@gov.example,,张三,020-12345678,,             | “email”一栏：电子邮箱格式不正确",
                "gz@gov.example,局长,张三,020-12345678,,          | “lead_email”一栏：电子邮箱格式不正确",
                "gz@gov.example,,张三,电话不详,,                  | “contacts”一栏：联系电话格式不正确",
                "gz@gov.example,,张三;李四,020-12345678,,         | “telephones”一栏：电话须与联系人一一对应",
                "gz@gov.example,,张三,020-12345678,<b>某路</b>,   | “address”一栏：通信地址不能含有",
                "gz@gov.example,,张三,020-12345678,,公开          | “mailbox”一栏：电子邮箱格式不正确",
                "gz@gov.example,,张三                             | “telephones”一栏：这一行的栏数不够"
            })
    @DisplayName("a line that cannot be contact data → refused by file, line and column")
    void broken(String contact, String told) {
        tables.units(SHAOGUAN, GUANGZHOU + contact);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(tables::start)
                .withMessageContaining("units.csv 第 3 行" + told);
        assertThat(tables.contacts.all()).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "City 1,CITY,1,某局,,PRD,,,,,,            | “unit”一栏：单位编号须为",
                "city-440200,CITY,1,某局,,PRD,,,,,,       | “unit”一栏：单位编号“city-440200”出现两次",
                "city-440100,TOWN,1,某局,,PRD,,,,,,       | “type”一栏：没有这种单位类型",
                "city-440100,CITY,1,,,PRD,,,,,,           | “name”一栏：单位名称不能为空",
                "city-440100,CITY,1,某局,,DELTA,,,,,,     | “region”一栏：没有这个片区"
            })
    @DisplayName("a line that cannot be an office → refused by file, line and column")
    void brokenOffice(String line, String told) {
        tables.units(SHAOGUAN, line);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(tables::start)
                .withMessageContaining("units.csv 第 3 行" + told);
    }

    @Test
    @DisplayName("a list of before, without the columns → refused by file and column")
    void withoutColumns() throws Exception {
        tables.units();
        Files.writeString(folder.resolve("ministry.csv"), """
                unit,type,code,name,city,region
                ministry,MINISTRY,000000,工业和信息化部,,NONE
                """);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(tables::start)
                .withMessageContaining("ministry.csv 缺少“email”一栏");
    }

    @Test
    @DisplayName("a changed list at the next start → taken for an office nobody edited, and recorded")
    void changedList() {
        tables.units(SHAOGUAN);
        tables.start();

        tables.units(SHAOGUAN.replace("sg@gov.example", "new@gov.example"));
        tables.start();

        assertThat(tables.contacts.of("city-440200").email()).isEqualTo("new@gov.example");
        verify(tables.book)
                .write(new RecordEvent(
                        Actor.SYSTEM,
                        "unit-contact.listed",
                        "city-440200",
                        null,
                        "经办邮箱=sg@gov.example",
                        "经办邮箱=new@gov.example",
                        null));
    }

    @Test
    @DisplayName(
            "R3.1 an office is added to the list while a round runs, the lists are read again → its letters have an address")
    void addedWhileRunning() {
        tables.units(SHAOGUAN);
        tables.start();

        tables.units(SHAOGUAN, GUANGZHOU + "gz@gov.example,,张三,020-12345678,广州市某路1号,open@gov.example");
        tables.readAgain();

        assertThat(tables.contacts.addressOf("city-440100")).isEqualTo("gz@gov.example");
        assertThat(tables.contacts.addressOf("city-440100-lead")).isEqualTo("gz@gov.example");
    }

    @Test
    @DisplayName("an office edited on the page, changed list at the next start → the page's values stay")
    void editedOffice() {
        tables.units(SHAOGUAN);
        tables.start();
        tables.contacts.change(
                "city-440200", new ContactData("page@gov.example", "", List.of(), "", ""), ContactTables.NOW);

        tables.units(SHAOGUAN.replace("sg@gov.example", "new@gov.example"));
        tables.start();

        assertThat(tables.contacts.of("city-440200"))
                .isEqualTo(new ContactData("page@gov.example", "", List.of(), "", ""));
    }

    @Test
    @DisplayName("the lists as shipped → every office has addresses, on example.org")
    void shipped() {
        List<UnitList.Line> lines = new UnitList(new ReferenceFiles(Path.of("content/reference"))).lines();

        assertThat(lines).hasSize(27).allSatisfy(line -> {
            assertThat(line.get("email")).isEqualTo(line.get("unit") + "@example.org");
            assertThat(line.get("lead_email")).endsWith("@example.org");
            assertThat(line.get("contacts")).contains("示例");
        });
    }
}
