// SPDX-License-Identifier: Apache-2.0

type Say = string | ((values: Record<string, string>) => string);

/** What React Aria says to screen readers, in Uzbek, by the part of the library that says it. */
export const uzbek: Record<string, Record<string, Say>> = {
  components: {
    selectPlaceholder: 'Tanlang',
    tableResizer: 'Kenglikni oʻzgartirish',
    dropzoneLabel: 'Fayl tashlanadigan joy',
  },
  breadcrumbs: { breadcrumbs: 'Sahifaga yoʻl' },
  combobox: {
    buttonLabel: 'Takliflarni koʻrsatish',
    listboxLabel: 'Takliflar',
    countAnnouncement: (values) => `${values.optionCount} ta variant bor.`,
    selectedAnnouncement: (values) => `${values.optionText}, tanlandi`,
    focusAnnouncement: (values) => `${values.optionText}${values.isSelected ? ', tanlangan' : ''}`,
  },
  numberfield: {
    decrease: (values) => `Kamaytirish: ${values.fieldLabel}`,
    increase: (values) => `Koʻpaytirish: ${values.fieldLabel}`,
    numberField: 'Son maydoni',
  },
  spinbutton: { Empty: 'Boʻsh' },
  toast: { close: 'Yopish', notifications: (values) => `${values.count} ta xabar.` },
  table: {
    select: 'Tanlash',
    selectAll: 'Hammasini tanlash',
    sortable: 'tartiblanadigan ustun',
    ascending: 'oʻsish tartibida',
    descending: 'kamayish tartibida',
    ascendingSort: (values) => `${values.columnName} ustuni boʻyicha oʻsish tartibida`,
    descendingSort: (values) => `${values.columnName} ustuni boʻyicha kamayish tartibida`,
    columnSize: (values) => `${values.value} piksel`,
    resizerDescription: 'Kenglikni oʻzgartirish uchun Enter bosing',
    expand: 'Ochish',
    collapse: 'Yigʻish',
  },
  dnd: {
    dropDescriptionKeyboard: 'Qoʻyish uchun Enter, bekor qilish uchun Escape bosing.',
    dropDescriptionTouch: 'Qoʻyish uchun ikki marta bosing.',
    dropDescriptionVirtual: 'Qoʻyish uchun bosing.',
    dropCanceled: 'Qoʻyish bekor qilindi.',
    dropComplete: 'Qoʻyildi.',
    dropOnRoot: 'Bu yerga qoʻyish',
  },
  overlays: { dismiss: 'Yopish' },
  menu: { longPressMessage: 'Menyuni ochish uchun uzoq bosing yoki Alt + pastga strelkani bosing' },
  grid: {
    select: 'Tanlash',
    selectedCount: (values) => `${values.count} ta qator tanlangan.`,
    selectedAll: 'Hammasi tanlangan.',
    selectedItem: (values) => `${values.item} tanlandi.`,
    deselectedItem: (values) => `${values.item} tanlovdan chiqarildi.`,
    longPressToSelect: 'Tanlash uchun uzoq bosing.',
  },
};
