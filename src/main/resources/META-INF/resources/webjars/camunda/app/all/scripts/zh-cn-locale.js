// Loaded through `customScripts` of config.js, before AngularJS is bootstrapped.
// Replaces AngularJS' built-in en-US `ngLocale` module, so that the date and time
// pickers show Chinese names. There is no default export: this is not a plugin.
const angular = window.angular;

document.documentElement.setAttribute('lang', 'zh-CN');

const locale = {
  id: 'zh-cn',
  localeID: 'zh_CN',
  DATETIME_FORMATS: {
    AMPMS: ['上午', '下午'],
    DAY: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
    SHORTDAY: ['日', '一', '二', '三', '四', '五', '六'],
    MONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    SHORTMONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    STANDALONEMONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    ERANAMES: ['公元前', '公元'],
    ERAS: ['公元前', '公元'],
    FIRSTDAYOFWEEK: 0,
    WEEKENDRANGE: [5, 6],
    fullDate: 'y年M月d日EEEE',
    longDate: 'y年M月d日',
    medium: 'y年M月d日 HH:mm:ss',
    mediumDate: 'y年M月d日',
    mediumTime: 'HH:mm:ss',
    short: 'yyyy-MM-dd HH:mm',
    shortDate: 'yyyy-MM-dd',
    shortTime: 'HH:mm'
  },
  NUMBER_FORMATS: {
    CURRENCY_SYM: '¥',
    DECIMAL_SEP: '.',
    GROUP_SEP: ',',
    PATTERNS: [
      {gSize: 3, lgSize: 3, maxFrac: 3, minFrac: 0, minInt: 1, negPre: '-', negSuf: '', posPre: '', posSuf: ''},
      {gSize: 3, lgSize: 3, maxFrac: 2, minFrac: 2, minInt: 1, negPre: '-\u00a4', negSuf: '', posPre: '\u00a4', posSuf: ''}
    ]
  },
  pluralCat: () => 'other'
};

if (angular) {
  angular.module('ngLocale', [], [
    '$provide',
    function($provide) {
      $provide.value('$locale', locale);
    }
  ]);
}
