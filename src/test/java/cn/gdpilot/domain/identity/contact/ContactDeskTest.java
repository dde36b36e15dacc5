package cn.gdpilot.domain.identity.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** Two people change an office's contact data. */
class ContactDeskTest {

    private static final String CITY = "city-440100";
    private static final Person HANDLER = person("zhang", CITY);
    private static final Person LEAD = person("li", CITY + "-lead");
    private static final ContactData NEW =
            new ContactData("new@gov.example", "", List.of(new ContactPerson("王五", "020-11112222")), "广州市某路9号", "");

    @TempDir
    Path folder;

    private ContactTables tables;
    private ContactDesk desk;

    @BeforeEach
    void offices() {
        tables = new ContactTables(folder);
        tables.units(
                CITY + ",CITY,440100,广州市工信局,广州市,PRD,old@gov.example,,张三,020-12345678,,",
                "dept-44,DEPARTMENT,44,省工信厅,,NONE,dept@gov.example,,,,,",
                "ca-44,COMMS_ADMIN,44,省通信管理局,,NONE,ca@gov.example,,,,,");
        tables.start();
        desk = tables.desk();
    }

    @Test
    @DisplayName("handler proposes, lead confirms → new values hold; before that, the old ones")
    void confirmed() {
        long change = proposed();
        assertThat(tables.contacts.of(CITY).email()).isEqualTo("old@gov.example");
        assertThat(desk.waitingFor(LEAD)).isEqualTo(1);
        assertThat(desk.waitingFor(HANDLER)).isZero();

        desk.decide(change, true, "", LEAD);

        assertThat(tables.contacts.of(CITY)).isEqualTo(NEW);
        assertThat(tables.contacts.find(CITY).orElseThrow().editedAt()).isEqualTo(ContactTables.NOW);
        assertThat(tables.changes.decided(CITY))
                .singleElement()
                .satisfies(one -> assertThat(one.decidedBy()).isEqualTo("li"));
    }

    @Test
    @DisplayName("a change that is confirmed → the record has who, why, the old and the new value")
    void recorded() {
        desk.decide(proposed(), true, "", LEAD);

        ArgumentCaptor<RecordEvent> kept = ArgumentCaptor.forClass(RecordEvent.class);
        verify(tables.book, atLeastOnce()).write(kept.capture());
        assertThat(kept.getAllValues())
                .extracting(RecordEvent::action)
                .containsExactly("unit-contact.proposed", "unit-contact.confirmed");
        assertThat(kept.getValue()).satisfies(event -> {
            assertThat(event.actor().person()).isEqualTo("li");
            assertThat(event.subject()).isEqualTo(CITY);
            assertThat(event.grounds()).isEqualTo("人员调整");
            assertThat(event.was()).contains("经办邮箱=old@gov.example", "张三，020-12345678");
            assertThat(event.became()).contains("经办邮箱=new@gov.example", "王五，020-11112222", "广州市某路9号");
        });
    }

    @Test
    @DisplayName("proposer is a lead as well → may not confirm the own change; another lead may")
    void secondPerson() {
        Person both = person("zhang", CITY, CITY + "-lead");
        long change = proposed();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.decide(change, true, "", both))
                .withMessageContaining("不能自己确认");
        assertThat(tables.contacts.of(CITY).email()).isEqualTo("old@gov.example");

        desk.decide(change, true, "", LEAD);
        assertThat(tables.contacts.of(CITY)).isEqualTo(NEW);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "city-440200",
                "city-440200-lead",
                "city-440100-lead",
                "ca-44",
                "ministry",
                "expert",
                "operator",
                "camunda-admin"
            })
    @DisplayName("a person of another group → may not propose")
    void othersPropose(String group) {
        refusedToPropose(CITY, person("other", group));
    }

    @Test
    @DisplayName("an applicant, who is in no group → may neither propose nor confirm")
    void applicant() {
        Person applicant = new Person("applicant-1", Set.of());
        refusedToPropose(CITY, applicant);
        refusedToDecide(proposed(), applicant);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"city-440100", "city-440200-lead", "dept-44", "ca-44-lead", "ministry-lead", "operator"})
    @DisplayName("a person who does not sign for the office → may not confirm")
    void othersDecide(String group) {
        refusedToDecide(proposed(), person("other", group));
    }

    @Test
    @DisplayName("two people of the Department → change a city's data; not the Department's own by one group")
    void department() {
        Person handler = person("chen", "dept-44");
        Person lead = person("lin", "dept-44-lead");

        desk.propose(CITY, NEW, 0, "无人在岗", handler);
        desk.decide(open(CITY), true, "", lead);
        assertThat(tables.contacts.of(CITY)).isEqualTo(NEW);

        refusedToPropose("dept-44", person("zhang", CITY));
        refusedToPropose("dept-44", lead);
    }

    @Test
    @DisplayName("lead refuses without a reason → told to give one; with one → old values stay")
    void refused() {
        long change = proposed();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.decide(change, false, " ", LEAD))
                .withMessageContaining("原因");

        desk.decide(change, false, "邮箱写错", LEAD);

        assertThat(tables.contacts.of(CITY).email()).isEqualTo("old@gov.example");
        assertThat(tables.changes.decided(CITY))
                .singleElement()
                .satisfies(one -> assertThat(one.note()).isEqualTo("邮箱写错"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.decide(change, true, "", LEAD))
                .withMessageContaining("已经办结");
    }

    @Test
    @DisplayName("a change is open → no second one; taken back → another one may be proposed")
    void oneAtATime() {
        long change = proposed();
        assertThatExceptionOfType(Refusal.class).isThrownBy(this::proposed).withMessageContaining("已有一项修改等待确认");

        desk.withdraw(change, HANDLER);

        assertThat(proposed()).isNotEqualTo(change);
    }

    @Test
    @DisplayName("values have changed since the form was opened → refused; the same values → refused")
    void meanwhile() {
        desk.decide(proposed(), true, "", LEAD);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.propose(CITY, ContactData.NONE, 0, "人员调整", HANDLER))
                .withMessageContaining("已被改动");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.propose(CITY, NEW, 1, "人员调整", HANDLER))
                .withMessageContaining("没有需要修改的");
    }

    @Test
    @DisplayName("contact data in one line → persons with telephones, mailbox, address; what is empty is left out")
    void text() {
        assertThat(NEW.text()).isEqualTo("联系人：王五（电话 020-11112222）；地址：广州市某路9号");
        assertThat(ContactData.NONE.text()).isEmpty();
    }

    private long proposed() {
        desk.propose(CITY, NEW, 0, "人员调整", HANDLER);
        return open(CITY);
    }

    private long open(String unit) {
        return tables.changes.open(unit).orElseThrow().id();
    }

    private void refusedToPropose(String unit, Person person) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.propose(unit, NEW, 0, "人员调整", person))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(tables.changes.open(unit)).isEmpty();
    }

    private void refusedToDecide(long change, Person person) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.decide(change, true, "", person))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(tables.contacts.of(CITY).email()).isEqualTo("old@gov.example");
    }

    private static Person person(String name, String... groups) {
        return new Person(name, Set.of(groups));
    }
}
