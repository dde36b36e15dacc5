package cn.gdpilot.domain.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.duplicate.PairEvidence.Run;
import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateSearchTest {

    private static final String TOPICS = "轴承寿命预测风电叶片灌注成型过程陶瓷窑炉烧成控温铝材挤压集控称重电芯涂布卷绕船体分段焊接裂解装置纵深防御酱料发酵批次坐便器注浆熟料煅烧碳足迹"
            + "青花瓷设计体验馆毛织小镇荔枝龙眼产销对接港口岸桥远程操控矿卡编组燃煤机组灵活调峰核电仪控加固靶场蒸汽平衡白水循环牛仔水洗激光雕花光缆预制棒拉丝闭环菌种";

    @Test
    @DisplayName("R2.10 the shared pieces are marked in both names, at the places where they stand")
    void marks() {
        Evidence evidence = compare("甲公司", "示例·家电總裝車間５Ｇ全连接工厂", "乙公司", "家电总装车间的5G全连接工厂建设");

        assertThat(marked("示例·家电總裝車間５Ｇ全连接工厂", evidence.firstMarks())).containsExactly("家电總裝車間５Ｇ全连接工厂");
        assertThat(marked("家电总装车间的5G全连接工厂建设", evidence.secondMarks())).containsExactly("家电总装车间", "5G全连接工厂");
        assertThat(evidence.similarity()).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("R2.10 what excludes being one project is named: two sites, two phases, two trades")
    void differences() {
        assertThat(compare("甲", "珠海空调工厂", "甲", "中山空调工厂").differences())
                .containsExactly(new Evidence.Difference("地点", "珠海", "中山"));
        assertThat(compare("甲", "能碳平台Ⅰ期", "甲", "能碳平台二期").differences())
                .containsExactly(new Evidence.Difference("#期", "1", "2"));
        assertThat(compare("甲", "家电总装", "甲", "家具总装").differences())
                .containsExactly(new Evidence.Difference("行业", "家电", "家具"));
        assertThat(compare("甲", "能碳平台一期", "甲", "能碳平台Ⅰ期").differences()).isEmpty();
    }

    @Test
    @DisplayName("R2.10 a company is one whatever its legal form, the order of its words, its script or its width")
    void companies() {
        assertThat(compare("粤海炼化（广州）有限公司", "甲", "廣州粵海煉化股份有限公司", "乙").sameApplicant())
                .isTrue();
        assertThat(compare("广州粤海炼化有限公司", "甲", "深圳粤海炼化有限公司", "乙").sameApplicant())
                .isFalse();
        assertThat(compare("示例集团第十二研究所", "甲", "示例集团第二十研究所", "乙").sameApplicant())
                .isFalse();
    }

    @Test
    @DisplayName("R2.10 a file that few have counts, a form that everybody hands in does not")
    void files() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Set<String> files = new HashSet<>(Set.of("common-form"));
            if (i < 2) {
                files.add("same-video");
            }
            all.add(new Candidate("" + i, "code" + i, "公司" + i, "冷轧带材板形" + "调控监视记录评价".charAt(i), "F01", "CITY", files));
        }

        List<Match> matches = DuplicateSearchFixture.search().among(all, (one, other) -> true);

        assertThat(matches)
                .filteredOn(match -> match.evidence().sharedFiles() > 0)
                .hasSize(1)
                .first()
                .satisfies(match -> {
                    assertThat(match.first().id()).isEqualTo("0");
                    assertThat(match.second().id()).isEqualTo("1");
                    assertThat(match.evidence().sharedFiles()).isEqualTo(1);
                });
    }

    @Test
    @DisplayName(
            "an officer's change of the lists holds at the next search, without a restart; a former name then joins two companies")
    void editedLists(@TempDir Path folder) throws IOException {
        String words = Files.readString(Path.of("content/reference", NameRuleFiles.WORDS));
        Files.writeString(folder.resolve(NameRuleFiles.WORDS), words);
        Files.copy(Path.of("content/reference", NameRuleFiles.WEIGHTS), folder.resolve(NameRuleFiles.WEIGHTS));
        DuplicateSearch search = DuplicateSearchFixture.search(folder);
        Candidate before = project("1", "南方旧名重工有限公司", "岸桥远程操控");
        Candidate after = project("2", "粤港新名装备有限公司", "岸桥远程操控");
        assertThat(search.compare(before, after).sameApplicant()).isFalse();

        Files.writeString(folder.resolve(NameRuleFiles.WORDS), words + "rewrite,南方旧名重工,粤港新名装备\n");
        assertThat(folder.resolve(NameRuleFiles.WORDS).toFile().setLastModified(System.currentTimeMillis() + 10_000))
                .isTrue();

        assertThat(search.compare(before, after).sameApplicant()).isTrue();

        Files.writeString(folder.resolve(NameRuleFiles.WEIGHTS), "name,value,meaning\nshared,viel,\n");
        assertThat(search.compare(before, after).sameApplicant())
                .as("by the last good lists while one is broken")
                .isTrue();
    }

    @Test
    @DisplayName(
            "the index finds what comparing all pairs finds: every pair of two thousand that the table would look at")
    void indexAgainstAllPairs() {
        List<Candidate> all = crowd(2_000, 7);

        Set<String> byIndex = new HashSet<>();
        DuplicateSearchFixture.search().among(all, (one, other) -> true).stream()
                .filter(match -> match.evidence().similarity() >= 0.6)
                .forEach(match ->
                        byIndex.add(match.first().id() + "+" + match.second().id()));

        Map<String, Double> byAllPairs = NaiveSearch.pairs(all, 0.6);
        assertThat(byIndex)
                .isNotEmpty()
                .containsAll(byAllPairs.keySet().stream()
                        .filter(pair -> byAllPairs.get(pair) >= 0.75)
                        .toList());
        assertThat(byIndex.size()).isGreaterThanOrEqualTo((int) (byAllPairs.size() * 0.97));
    }

    /** Projects of random topics; every tenth is a reworded copy of an earlier one. */
    static List<Candidate> crowd(int size, long seed) {
        Random random = new Random(seed);
        List<Candidate> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String name = i % 10 == 9 ? all.get(random.nextInt(i)).projectName() + "建设项目" : name(random);
            all.add(project("" + i, "第" + i + "示例公司", name));
        }
        return all;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            name.append((char) (0x4e00 + random.nextInt(4_000))).append((char) (0x4e00 + random.nextInt(4_000)));
            int at = random.nextInt(TOPICS.length() - 2);
            name.append(TOPICS, at, at + 2);
        }
        return name.append("智能工厂").toString();
    }

    private static Candidate project(String id, String applicant, String name) {
        return new Candidate(id, "code-" + id, applicant, name, "F01", "CITY", Set.of());
    }

    private static Evidence compare(String firstBy, String first, String secondBy, String second) {
        return DuplicateSearchFixture.search().compare(project("1", firstBy, first), project("2", secondBy, second));
    }

    private static List<String> marked(String name, List<Evidence.Piece> pieces) {
        String written = pieces.stream()
                .map(one -> one.from() + "-" + one.to())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return PairEvidence.runs(name, written).stream()
                .filter(Run::marked)
                .map(Run::text)
                .toList();
    }
}
