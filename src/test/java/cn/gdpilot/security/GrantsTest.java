package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts and grants: two persons give, one takes away, nobody administers in two ways. */
@Tag("engine")
class GrantsTest extends Journey {

    private static final Pattern PASSWORD = Pattern.compile("首次登录须更改）：<code>([^<]+)</code>");

    @Autowired
    IdentityService identity;

    @Test
    @DisplayName("whoever asked for a grant can not decide it; another can, and it holds")
    void twoPersons() {
        String account = givenAccount();
        OfficerClient security = officer("security");
        security.submitPage(
                "/accounts/" + account, Map.of("action", "JOIN", "group", "city-440100", "grounds", "人事通知"));
        long request = open(account);

        Answer own = security.withToken(
                "/accounts",
                "POST",
                "/accounts/requests/" + request,
                "decision=GRANT",
                "application/x-www-form-urlencoded");
        assertThat(own.body()).contains("申请人不能批准自己的申请");
        assertThat(groups(account)).isEmpty();

        decide(request, "GRANT");
        assertThat(groups(account)).containsExactly("city-440100");
    }

    @Test
    @DisplayName("what is refused is not given")
    void refused() {
        String account = givenAccount();
        officer("security")
                .submitPage("/accounts/" + account, Map.of("action", "JOIN", "group", "dept-44", "grounds", "误填"));

        decide(open(account), "REFUSE");

        assertThat(groups(account)).isEmpty();
    }

    @Test
    @DisplayName("a new password needs a second person, is shown to that one once, and must be changed")
    void password() {
        String account = givenAccount();
        Answer asked =
                officer("security").submitPage("/accounts/" + account, Map.of("action", "PASSWORD", "grounds", "本人遗忘"));
        assertThat(PASSWORD.matcher(asked.body()).find()).isFalse();

        Matcher shown = PASSWORD.matcher(decide(open(account), "GRANT").body());
        assertThat(shown.find()).isTrue();
        identity.createMembership(account, "city-440100");

        OfficerClient client = new OfficerClient(base(), account, shown.group(1));
        assertThat(client.send("GET", "/", null).location()).endsWith("/account/password");
    }

    @Test
    @DisplayName("what takes away works at once")
    void takenAway() {
        String account = givenAccount();
        identity.createMembership(account, "city-440100");

        officer("security")
                .submitPage("/accounts/" + account, Map.of("action", "LEAVE", "group", "city-440100", "grounds", "调离"));
        assertThat(groups(account)).isEmpty();

        officer("security").submitPage("/accounts/" + account, Map.of("action", "CLOSE", "grounds", "离职"));
        assertThat(identity.createUserQuery().userId(account).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"operator, auditor", "auditor, security", "security, operator", "camunda-admin, auditor"})
    @DisplayName("nobody administers in two ways, whoever makes the grant")
    void exclusive(String one, String other) {
        String account = givenAccount();
        identity.createMembership(account, one);

        assertThatThrownBy(() -> identity.createMembership(account, other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能由同一账号兼任");
        assertThat(groups(account)).containsExactly(one);
    }

    @Test
    @DisplayName("two grants of different administrations at the same moment: one holds")
    void exclusiveAtOnce() throws Exception {
        String account = givenAccount();
        List<Callable<Boolean>> grants = new ArrayList<>();
        for (String role : List.of("operator", "auditor", "security", "camunda-admin")) {
            grants.add(() -> {
                try {
                    identity.createMembership(account, role);
                    return true;
                } catch (RuntimeException refused) {
                    return false;
                }
            });
        }
        ExecutorService people = Executors.newFixedThreadPool(grants.size());
        int held = 0;
        for (Future<Boolean> grant : people.invokeAll(grants)) {
            held += grant.get() ? 1 : 0;
        }
        people.shutdown();

        assertThat(held).isEqualTo(1);
        assertThat(groups(account)).hasSize(1);
    }

    @Test
    @DisplayName("the engine's own pages change no account, whoever asks")
    void notInTheEnginesPages() {
        String account = givenAccount();
        String engine = "/camunda/api/engine/engine/default";
        OfficerClient admin = officer("camunda-admin");

        assertThat(admin.send("PUT", engine + "/group/auditor/members/" + account, null)
                        .status())
                .isEqualTo(403);
        assertThat(admin.send(
                                "PUT",
                                engine + "/user/" + account + "/credentials",
                                Map.of("password", "Lantern-River-7"))
                        .status())
                .isEqualTo(403);
        assertThat(groups(account)).isEmpty();
    }

    @Test
    @DisplayName("the last one who administers stays")
    void last() {
        Answer answer =
                officer("security").submitPage("/accounts/camunda-admin", Map.of("action", "CLOSE", "grounds", "误操作"));

        assertThat(answer.body()).contains("最后一名系统管理员");
        assertThat(identity.createUserQuery().userId("camunda-admin").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dept-44", "city-440100-lead", "City-449999", "camunda-admin", "ministry2", "dept_44", "dерt-44"
            })
    @DisplayName("no applicant registers under a name like an office's")
    void officesNames(String username) {
        Answer answer = register(username);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).contains("相近");
    }

    @Test
    @DisplayName("no applicant registers under a name like an officer's account")
    void officersNames() {
        String account = givenAccount();

        assertThat(register(account.toUpperCase(Locale.ROOT).replace('-', '_')).status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("no applicant registers under a name that differs by case only")
    void otherCase() {
        String taken = "company." + UUID.randomUUID().toString().substring(0, 8);
        assertThat(register(taken).status()).isEqualTo(201);

        Answer answer = register(taken.toUpperCase(Locale.ROOT));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).contains("已被使用");
    }

    @Test
    @DisplayName("no officer's account is opened under a name like another's")
    void officerLikeAnother() {
        Answer answer = officer("security")
                .submitPage("/accounts", Map.of("account", "dept44", "name", "王工", "grounds", "新入职"));

        assertThat(answer.body()).contains("相近").doesNotContain("已开立");
    }

    private Answer register(String username) {
        String body = "91440101MA"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("\\D", "")
                        .concat("0000000")
                        .substring(0, 7);
        return new ApplicantClient(base(), username, "Testing-123")
                .register(Map.of(
                        "creditCode",
                        body + CreditCode.checkCharacter(body),
                        "name",
                        "冒名单位",
                        "applicantType",
                        "INDUSTRIAL",
                        "city",
                        "广州市",
                        "contactName",
                        "联系人",
                        "contactPhone",
                        "020-12345678",
                        "contactEmail",
                        "x@example.org",
                        "username",
                        username,
                        "password",
                        "Testing-123"));
    }

    /** An account of nobody's group, opened by the page. */
    private String givenAccount() {
        String account = "officer-" + UUID.randomUUID().toString().substring(0, 8);
        Answer opened =
                officer("security").submitPage("/accounts", Map.of("account", account, "name", "王工", "grounds", "新入职"));
        assertThat(opened.body()).contains("已开立").containsPattern(PASSWORD);
        return account;
    }

    private long open(String account) {
        return jdbc.sql("select id from grant_request where account = :account and decided_at is null")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    private Answer decide(long request, String decision) {
        return officer("camunda-admin")
                .withToken(
                        "/accounts",
                        "POST",
                        "/accounts/requests/" + request,
                        "decision=" + decision,
                        "application/x-www-form-urlencoded");
    }

    private List<String> groups(String account) {
        return identity.createGroupQuery().groupMember(account).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
