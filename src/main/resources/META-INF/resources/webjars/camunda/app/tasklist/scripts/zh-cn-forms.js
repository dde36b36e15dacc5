// Loaded through `customScripts` of config.js. form-js has its words in English and takes no others, and the Tasklist makes its
// forms without a hook; so the words are replaced where form-js shows them, before they are painted. Only places that
// form-js fills with its own words are looked at: what people wrote stays as it is.

const ERRORS = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Value is not a number\.$/, '请填写数字。'],
  [/^Value is expected to be an integer\.$/, '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多填写 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '不能填写这个数，最接近的是 $1 和 $2。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Field must match pattern .+\.$/s, '格式不对，请按本栏的说明填写。'],
  [/^Field must be a valid {1,2}international phone number\..*$/, '请填写带国家代码的电话号码，例如 +862012345678。'],
  [/^Field must be a valid email\.$/, '请填写正确的电子邮箱地址。'],
  [/^Date and time must both be entered\.$/, '日期和时间都要填写。']
];

const EMPTY = [
  [/^Nothing to show\.$/, '没有内容。'],
  [/^No content to show\.$/, '没有内容。'],
  [/^External content couldn't be loaded\.$/, '外部内容无法加载。']
];

/** Where: a selector; of it the text, or the attribute of that name; words and what stands in for them. */
const PLACES = [
  {where: '.fjs-form-field-error li', words: ERRORS},
  {where: '.fjs-select-placeholder', words: [[/^Select$/, '请选择']]},
  {where: '.fjs-dropdownlist-empty', words: [[/^No results$/, '没有符合的选项'], [/^All values selected$/, '已全部选择']]},
  {where: '.fjs-taglist-skip-link', words: [[/^Skip to search$/, '跳到搜索']]},
  {where: '.fjs-table-empty, .fjs-table-td[colspan], .fjs-iframe-placeholder *', words: EMPTY},
  {where: '.fjs-table-nav-label', words: [[/^ of $/, ' / ']]},
  {where: '.fjs-repeat-render-footer button', words: [[/^Add new$/, '添加'], [/^Collapse$/, '收起'], [/^Expand all\b/, '展开全部']]},
  {
    where: 'input',
    attribute: 'placeholder',
    words: [[/^Search$/, '搜索'], [/^hh:mm( \?m)?$/, '时:分'], [/^(?=.*yyyy)[ymd/.\- ]+$/, dateWords]]
  },
  {
    where: 'button, th',
    attribute: 'aria-label',
    words: [
      [/^Increment$/, '增加'],
      [/^Decrement$/, '减少'],
      [/^Previous page$/, '上一页'],
      [/^Next page$/, '下一页'],
      [/^Remove list item (\d+)$/, '删除第 $1 项'],
      [/^Click to sort by (.+) descending$/s, '按“$1”降序排列'],
      [/^Click to sort by (.+) ascending$/s, '按“$1”升序排列'],
      [/^Click to remove sorting$/, '取消排序']
    ]
  }
];

function dateWords(format) {
  return format.replace('yyyy', '年').replace('mm', '月').replace('dd', '日');
}

function inChinese(text, words) {
  const found = words.find(([english]) => english.test(text));
  return found ? text.replace(found[0], found[1]) : text;
}

function replaceText(element, words) {
  element.childNodes.forEach(node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const chinese = inChinese(node.data, words);
      if (chinese !== node.data) {
        node.data = chinese;
      }
    }
  });
}

function replaceAttribute(element, name, words) {
  const english = element.getAttribute(name);
  const chinese = english === null ? null : inChinese(english, words);
  if (chinese !== english) {
    element.setAttribute(name, chinese);
  }
}

function translate() {
  document.querySelectorAll('.fjs-container').forEach(form => PLACES.forEach(({where, attribute, words}) => {
    form.querySelectorAll(where).forEach(element =>
      attribute ? replaceAttribute(element, attribute, words) : replaceText(element, words));
  }));
}

new MutationObserver(translate).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['placeholder', 'aria-label']
});

// The calendar of the forms' date fields.
if (window.flatpickr) {
  window.flatpickr.localize({
    weekdays: {
      shorthand: ['日', '一', '二', '三', '四', '五', '六'],
      longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
    },
    months: {
      shorthand: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
      longhand: ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月']
    },
    ordinal: () => '日',
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动切换',
    toggleTitle: '点击切换上午或下午',
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分'
  });
}
